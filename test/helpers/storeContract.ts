/**
 * What every store must do, whatever keeps it. A backend runs this suite with a way to open a fresh store and,
 * where it keeps anything beyond the process, a way to close one and open the same again.
 */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type {
  ActivityRow,
  BinEntry,
  BoardCommit,
  InviteRow,
  NewBoard,
  NewTemplate,
  SessionRow,
  Store,
  ViewRow,
} from '../../server/store/store.ts';
import type { LinkRecord, NodeRecord } from '../../shared/model/element.ts';
import type {
  BoardId,
  ElementId,
  InviteId,
  LinkId,
  NodeId,
  TemplateKey,
  Viewpoint,
} from '../../shared/model/ids.ts';
import { namedPolicy } from '../../shared/policies/policies.ts';

export const BOARD = 'board-1' as BoardId;
export const OTHER = 'board-2' as BoardId;
const CELL = 'cell' as Viewpoint;

export function person(id: string, label = id): NodeRecord {
  return {
    id: id as NodeId,
    kind: 'person',
    label,
    caption: '',
    notes: '',
    position: { x: 1.5, y: -2 },
    locked: false,
    owner: 'facilitator',
  };
}

const cell: NodeRecord = {
  ...person('cell', 'Zelle «Ä» 🜁'),
  kind: 'cell',
  caption: 'factory cell',
  notes: 'a\nb',
  size: { width: 200, height: 100.25 },
  color: 3,
  locked: true,
  disclosure: 'detached',
  audience: ['everyone', 'p' as NodeId],
  owner: 'p' as NodeId,
};

const member: LinkRecord = {
  id: 'l' as LinkId,
  kind: 'membership',
  source: 'p' as NodeId,
  target: 'cell' as NodeId,
  label: '',
  caption: '',
  locked: false,
  owner: 'everyone',
};

function inviteRow(given: Partial<InviteRow> = {}): InviteRow {
  return {
    id: 'invite-1' as InviteId,
    board: BOARD,
    viewpoint: 'facilitator',
    role: 'facilitator',
    label: '',
    generation: 1,
    expires: null,
    maxUses: null,
    uses: 0,
    created: 1_700_000_000_000,
    lastUsed: null,
    revoked: null,
    ...given,
  };
}

function templateRow(id: string, given: Partial<NewTemplate> = {}): NewTemplate {
  return {
    id: id as TemplateKey,
    board: BOARD,
    title: 'A template',
    created: 1_700_000_002_000,
    size: 2,
    thumbnail: [
      { kind: 'dot', x: 1, y: 2.5, color: null, radius: 1 },
      { kind: 'line', of: 'contact', x1: 0, y1: 1, x2: 2, y2: 3 },
    ],
    body: { policy: namedPolicy('detached'), nodes: [person('p'), cell], links: [member] },
    ...given,
  };
}

function sessionRow(given: Partial<SessionRow> = {}): SessionRow {
  return {
    id: 'a'.repeat(64),
    board: BOARD,
    invite: 'invite-1' as InviteId,
    role: 'facilitator',
    viewpoint: 'facilitator',
    name: 'Ada',
    created: 1_700_000_001_000,
    expires: 1_700_000_900_000,
    lastSeen: null,
    ...given,
  };
}

export function newBoard(given: Partial<NewBoard> = {}): NewBoard {
  return {
    id: BOARD,
    title: 'A board',
    policy: namedPolicy('detached'),
    created: 1_700_000_000_000,
    elements: [person('p'), cell, member],
    invite: inviteRow(),
    ...given,
  };
}

export function boardCommit(given: Partial<BoardCommit> = {}): BoardCommit {
  return { board: BOARD, put: [], removed: [], binned: [], unbinned: [], activity: [], views: [], ...given };
}

const viewRow: ViewRow = {
  epoch: 2,
  writer: 4_294_967_295,
  retired: [7],
  aliases: [['seen', 'kept']],
  writers: [[12, 'session']],
};

function binned(id: string, at: number): BinEntry {
  return { id: id as ElementId, element: person(id), deletedBy: 'facilitator', goneWith: null, at };
}

function act(at: number, given: Partial<ActivityRow> = {}): ActivityRow {
  return {
    at,
    session: 's',
    viewpoint: CELL,
    verb: 'change',
    element: 'p' as ElementId,
    fields: ['label'],
    ...given,
  };
}

const bytes = (...values: number[]) => Uint8Array.from(values);

async function board(store: Store) {
  const loaded = await store.loadBoard(BOARD);
  if (loaded === null) throw new Error('The board is gone.');
  return loaded;
}

async function updates(store: Store, viewpoint: Viewpoint): Promise<number[][] | null> {
  const view = await store.loadView(BOARD, viewpoint);
  return view === null ? null : view.updates.map((update) => [...update]);
}

const sorted = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

export interface Backend {
  open(): Promise<Store>;
  /** Closes the store and opens what it kept; absent where nothing is kept. */
  reopen?(store: Store): Promise<Store>;
}

export function storeContract(backend: Backend): void {
  let store: Store;

  beforeEach(async () => {
    store = await backend.open();
    await store.createBoard(newBoard());
    onTestFinished(() => store.close());
  });

  describe('boards', () => {
    it('come back with every field as it was kept', async () => {
      const loaded = await board(store);
      expect(loaded.title).toBe('A board');
      expect(loaded.policy).toEqual(namedPolicy('detached'));
      expect(sorted(loaded.nodes)).toStrictEqual([cell, person('p')]);
      expect(loaded.links).toStrictEqual([member]);
      expect(loaded.bin).toEqual([]);
    });

    it('that were never made are null and not there', async () => {
      expect(await store.loadBoard(OTHER)).toBeNull();
      expect(await store.hasBoard(OTHER)).toBe(false);
      expect(await store.hasBoard(BOARD)).toBe(true);
    });

    it('are made with their first invite', async () => {
      expect(await store.invites(BOARD)).toEqual([inviteRow()]);
    });

    it('are not made a second time under the same id', async () => {
      await expect(store.createBoard(newBoard({ title: 'Another' }))).rejects.toThrow();
      expect((await board(store)).title).toBe('A board');
    });
  });

  describe('a commit', () => {
    it('puts, replaces and removes elements', async () => {
      await store.commit([
        boardCommit({
          put: [person('q'), person('p', 'renamed')],
          removed: ['l' as ElementId, 'cell' as ElementId],
        }),
      ]);
      const loaded = await board(store);
      expect(sorted(loaded.nodes)).toEqual([person('p', 'renamed'), person('q')]);
      expect(loaded.links).toEqual([]);
    });

    it('keeps an element that it removes and puts', async () => {
      await store.commit([boardCommit({ removed: ['p' as ElementId], put: [person('p', 'back')] })]);
      expect((await board(store)).nodes).toContainEqual(person('p', 'back'));
    });

    it('changes title and policy together', async () => {
      const policy = { ...namedPolicy('open'), guidesSeeMembers: false };
      await store.commit([boardCommit({ meta: { title: 'Renamed', policy } })]);
      expect(await board(store)).toMatchObject({ title: 'Renamed', policy });
    });

    it('keeps a lock, a timer and notices with the board, and takes them away again', async () => {
      const meta = {
        title: 'A board',
        policy: namedPolicy('detached'),
        locked: true,
        timer: { total: 60_000, left: 5, ends: 1_700_000_000_000 },
        pendingNotices: [{ to: CELL, drawings: [{ kind: 'person', label: 'Zoë' }], word: 'later', at: 5 }],
      } as const;
      await store.commit([boardCommit({ meta })]);
      expect(await store.loadBoard(BOARD)).toMatchObject(meta);
      const { title, policy } = meta;
      await store.commit([boardCommit({ meta: { title, policy } })]);
      const plain = await store.loadBoard(BOARD);
      for (const field of ['locked', 'timer', 'pendingNotices']) expect(plain).not.toHaveProperty(field);
    });

    it('revokes the invites to what is forgotten, ends their sessions, and leaves the others', async () => {
      const invite = inviteRow({ id: 'to-cell' as InviteId, viewpoint: CELL, role: 'editor' });
      await store.putInvite(invite);
      const session = sessionRow({ invite: invite.id });
      await store.redeem({ invite: invite.id, board: BOARD, generation: 1, session });
      await store.commit([boardCommit({ forgotten: [{ id: CELL as ElementId, at: 7 }] })]);
      expect((await store.invite(BOARD, invite.id))?.revoked).toBe(7);
      expect((await store.invite(BOARD, inviteRow().id))?.revoked).toBeNull();
      expect(await store.session(session.id)).toBeNull();
    });

    it('fills the bin oldest first and takes entries out again', async () => {
      await store.commit([boardCommit({ binned: [binned('x', 3), binned('y', 1), binned('z', 2)] })]);
      await store.commit([boardCommit({ binned: [binned('x', 4)], unbinned: ['z' as ElementId] })]);
      expect((await board(store)).bin).toStrictEqual([binned('y', 1), binned('x', 4)]);
    });

    it('keeps boards apart', async () => {
      await store.createBoard(
        newBoard({ id: OTHER, invite: inviteRow({ id: 'i2' as InviteId, board: OTHER }) }),
      );
      await store.commit([
        boardCommit({ board: OTHER, removed: ['l' as ElementId], put: [person('p', 'there')] }),
      ]);
      expect((await board(store)).nodes).toContainEqual(person('p'));
      expect((await board(store)).links).toHaveLength(1);
    });

    it('of several boards is all or nothing', async () => {
      const sound = boardCommit({
        put: [person('q')],
        removed: ['l' as ElementId],
        meta: { title: 'Half', policy: namedPolicy('open') },
        binned: [binned('x', 1)],
        activity: [act(1)],
        views: [{ viewpoint: CELL, row: viewRow, append: bytes(1) }],
      });
      await expect(
        store.commit([sound, boardCommit({ board: OTHER, put: [person('r')] })]),
      ).rejects.toThrow();
      const loaded = await board(store);
      expect(loaded.title).toBe('A board');
      expect(sorted(loaded.nodes)).toEqual([cell, person('p')]);
      expect(loaded.links).toHaveLength(1);
      expect(loaded.bin).toEqual([]);
      expect(await store.activity(BOARD, 10)).toEqual([]);
      expect(await store.loadView(BOARD, CELL)).toBeNull();
    });

    it('that fails leaves the store fit for the next one', async () => {
      await expect(store.commit([boardCommit({ board: OTHER })])).rejects.toThrow();
      await store.commit([boardCommit({ put: [person('q')] })]);
      expect((await board(store)).nodes).toContainEqual(person('q'));
    });
  });

  describe('activity', () => {
    it('comes the newest first, as many as are asked for, by the order of commits and not by the clock', async () => {
      await store.commit([boardCommit({ activity: [act(5), act(4)] })]);
      await store.commit([boardCommit({ activity: [act(3, { verb: 'board', element: null, fields: [] })] })]);
      expect(await store.activity(BOARD, 2)).toStrictEqual([
        act(3, { verb: 'board', element: null, fields: [] }),
        act(4),
      ]);
      expect(await store.activity(OTHER, 2)).toEqual([]);
    });
  });

  describe('a view', () => {
    const start = boardCommit({ views: [{ viewpoint: CELL, row: viewRow, append: bytes(1, 0, 255) }] });

    it('that was never kept is null', async () => {
      expect(await store.loadView(BOARD, CELL)).toBeNull();
    });

    it('comes back with its row and its updates in the order they were appended', async () => {
      await store.commit([start]);
      await store.commit([boardCommit({ views: [{ viewpoint: CELL, append: bytes(3) }] })]);
      await store.commit([boardCommit({ views: [{ viewpoint: CELL, append: bytes(2) }] })]);
      expect((await store.loadView(BOARD, CELL))?.row).toStrictEqual(viewRow);
      expect(await updates(store, CELL)).toEqual([[1, 0, 255], [3], [2]]);
    });

    it('keeps a snapshot instead of everything before it, and what the same commit appends after it', async () => {
      await store.commit([start]);
      await store.commit([
        boardCommit({ views: [{ viewpoint: CELL, snapshot: bytes(9), append: bytes(10) }] }),
        boardCommit({ views: [{ viewpoint: CELL, append: bytes(11) }] }),
      ]);
      expect(await updates(store, CELL)).toEqual([[9], [10], [11]]);
    });

    it('changes its row without losing its updates', async () => {
      await store.commit([start]);
      await store.commit([boardCommit({ views: [{ viewpoint: CELL, row: { ...viewRow, epoch: 3 } }] })]);
      expect((await store.loadView(BOARD, CELL))?.row?.epoch).toBe(3);
      expect(await updates(store, CELL)).toEqual([[1, 0, 255]]);
    });

    it('may be made and written by one batch', async () => {
      await store.commit([start, boardCommit({ views: [{ viewpoint: CELL, append: bytes(4) }] })]);
      expect(await updates(store, CELL)).toEqual([[1, 0, 255], [4]]);
    });

    it('is apart from other views and other boards', async () => {
      await store.createBoard(
        newBoard({ id: OTHER, invite: inviteRow({ id: 'i2' as InviteId, board: OTHER }) }),
      );
      await store.commit([
        start,
        boardCommit({ views: [{ viewpoint: 'everyone', row: viewRow, append: bytes(5) }] }),
        boardCommit({ board: OTHER, views: [{ viewpoint: CELL, row: viewRow, append: bytes(6) }] }),
      ]);
      await store.commit([boardCommit({ board: OTHER, views: [{ viewpoint: CELL, snapshot: bytes(7) }] })]);
      expect(await updates(store, CELL)).toEqual([[1, 0, 255]]);
      expect(await updates(store, 'everyone')).toEqual([[5]]);
    });

    it('is not written to before it has a row', async () => {
      await expect(
        store.commit([boardCommit({ views: [{ viewpoint: CELL, append: bytes(1) }] })]),
      ).rejects.toThrow(RangeError);
    });
  });

  describe('invites', () => {
    it('come in the order they were made, also after a change', async () => {
      const second = inviteRow({
        id: 'a-second' as InviteId,
        role: 'editor',
        viewpoint: CELL,
        label: 'Cell',
        expires: 1_800_000_000_000,
        maxUses: 3,
      });
      await store.putInvite(second);
      await store.putInvite(inviteRow({ generation: 2 }));
      expect(await store.invites(BOARD)).toStrictEqual([inviteRow({ generation: 2 }), second]);
      expect(await store.invite(BOARD, second.id)).toStrictEqual(second);
    });

    it('are found on their own board only', async () => {
      expect(await store.invite(OTHER, 'invite-1' as InviteId)).toBeNull();
      expect(await store.invites(OTHER)).toEqual([]);
      expect(await store.invite(BOARD, 'nope' as InviteId)).toBeNull();
    });
  });

  describe('redeeming', () => {
    const use = { invite: 'invite-1' as InviteId, board: BOARD, generation: 1 };

    it('keeps the session, counts the use and notes the time', async () => {
      expect(await store.redeem({ ...use, session: sessionRow() })).toBe(true);
      expect(await store.session(sessionRow().id)).toStrictEqual(sessionRow());
      expect(await store.invite(BOARD, use.invite)).toStrictEqual(
        inviteRow({ uses: 1, lastUsed: sessionRow().created }),
      );
    });

    it('gives no more sessions than there are uses, however many ask at once', async () => {
      await store.putInvite(inviteRow({ maxUses: 3 }));
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) => store.redeem({ ...use, session: sessionRow({ id: `s${i}` }) })),
      );
      expect(answers.filter(Boolean)).toHaveLength(3);
      const kept = await Promise.all(answers.map((_, i) => store.session(`s${i}`)));
      expect(kept.map((session) => session !== null)).toEqual(answers);
      expect((await store.invite(BOARD, use.invite))?.uses).toBe(3);
    });

    it.each([
      ['of another generation', inviteRow({ generation: 2 })],
      ['that is revoked', inviteRow({ revoked: 1 })],
      ['at the moment it expires', inviteRow({ expires: sessionRow().created })],
      ['whose uses are spent', inviteRow({ maxUses: 1, uses: 1 })],
    ])('an invite %s changes nothing', async (_, invite) => {
      await store.putInvite(invite);
      expect(await store.redeem({ ...use, session: sessionRow() })).toBe(false);
      expect(await store.session(sessionRow().id)).toBeNull();
      expect(await store.invite(BOARD, use.invite)).toEqual(invite);
    });

    it('works until the moment before an invite expires', async () => {
      await store.putInvite(inviteRow({ expires: sessionRow().created + 1 }));
      expect(await store.redeem({ ...use, session: sessionRow() })).toBe(true);
    });

    it('does not work at another board', async () => {
      expect(await store.redeem({ ...use, board: OTHER, session: sessionRow({ board: OTHER }) })).toBe(false);
    });
  });

  describe('revoking', () => {
    const target = { board: BOARD, invite: 'invite-1' as InviteId, at: 5 };

    it('forgets the sessions of that invite and no others', async () => {
      const other = inviteRow({ id: 'i2' as InviteId });
      await store.putInvite(other);
      await store.redeem({ ...target, generation: 1, session: sessionRow() });
      await store.redeem({
        board: BOARD,
        invite: other.id,
        generation: 1,
        session: sessionRow({ id: 'b', invite: other.id }),
      });
      expect(await store.revoke(target)).toBe(true);
      expect(await store.session(sessionRow().id)).toBeNull();
      expect(await store.session('b')).not.toBeNull();
      expect((await store.invite(BOARD, target.invite))?.revoked).toBe(5);
    });

    it('answers false the second time, for an unknown invite and for one of another board', async () => {
      expect(await store.revoke({ ...target, invite: 'nope' as InviteId })).toBe(false);
      expect(await store.revoke({ ...target, board: OTHER })).toBe(false);
      expect(await store.revoke(target)).toBe(true);
      expect(await store.revoke({ ...target, at: 9 })).toBe(false);
      expect((await store.invite(BOARD, target.invite))?.revoked).toBe(5);
    });
  });

  describe('replacing an invite', () => {
    it('counts its generation up, starts its uses anew and keeps its sessions', async () => {
      await store.putInvite(inviteRow({ maxUses: 1, expires: 1_700_000_002_000 }));
      const use = { invite: inviteRow().id, board: BOARD, session: sessionRow() };
      await store.redeem({ ...use, generation: 1 });
      const replaced = await store.replaceInvite({ board: BOARD, invite: inviteRow().id, expires: null });
      expect(replaced).toStrictEqual(inviteRow({ maxUses: 1, generation: 2 }));
      expect(await store.session(sessionRow().id)).not.toBeNull();
      const later = sessionRow({ id: 'b'.repeat(64) });
      expect(await store.redeem({ ...use, session: later, generation: 1 })).toBe(false);
      expect(await store.redeem({ ...use, session: later, generation: 2 })).toBe(true);
    });

    it('answers null for one that is revoked, unknown or of another board', async () => {
      await store.putInvite(inviteRow());
      const replace = (board: BoardId, invite: string) =>
        store.replaceInvite({ board, invite: invite as InviteId, expires: null });
      expect(await replace(OTHER, inviteRow().id)).toBeNull();
      expect(await replace(BOARD, 'unknown')).toBeNull();
      await store.revoke({ board: BOARD, invite: inviteRow().id, at: 1 });
      expect(await replace(BOARD, inviteRow().id)).toBeNull();
    });
  });

  describe('sessions', () => {
    it('are listed by board in the order they were opened, seen, and dropped one by one', async () => {
      await store.putInvite(inviteRow());
      const rows = [3, 1, 2].map((count) => sessionRow({ id: `${count}`.repeat(64), created: count }));
      for (const session of rows.toSorted((a, b) => a.created - b.created)) {
        await store.redeem({ invite: inviteRow().id, board: BOARD, generation: 1, session });
      }
      const ids = async (board: BoardId) => (await store.sessions(board)).map(({ created }) => created);
      expect(await ids(BOARD)).toEqual([1, 2, 3]);
      expect(await ids(OTHER)).toEqual([]);
      await store.seeSession('2'.repeat(64), 99);
      await store.seeSession('9'.repeat(64), 99);
      expect((await store.sessions(BOARD)).map(({ lastSeen }) => lastSeen)).toEqual([null, 99, null]);
      expect(await store.dropSession(OTHER, '2'.repeat(64))).toBe(false);
      expect(await store.dropSession(BOARD, '2'.repeat(64))).toBe(true);
      expect(await store.dropSession(BOARD, '2'.repeat(64))).toBe(false);
      expect(await ids(BOARD)).toEqual([1, 3]);
    });

    it('that ended before a time are forgotten, later ones are kept', async () => {
      const use = { invite: 'invite-1' as InviteId, board: BOARD, generation: 1 };
      await store.redeem({ ...use, session: sessionRow({ id: 'early', expires: 10 }) });
      await store.redeem({ ...use, session: sessionRow({ id: 'late', expires: 11 }) });
      await store.dropSessions(11);
      expect(await store.session('early')).toBeNull();
      expect(await store.session('late')).not.toBeNull();
    });
  });

  describe('what operators do', () => {
    beforeEach(async () => {
      await store.createBoard(
        newBoard({ id: OTHER, invite: inviteRow({ id: 'invite-o' as InviteId, board: OTHER }) }),
      );
    });

    it('lists boards with size and last use, the one used last first', async () => {
      await store.commit([boardCommit({ put: [person('q')] })]);
      await store.redeem({
        invite: inviteRow().id,
        board: BOARD,
        generation: 1,
        session: sessionRow({ created: 1_800_000_000_000 }),
      });
      const [first, second] = await store.boards();
      expect(first).toMatchObject({ id: BOARD, lastUsed: 1_800_000_000_000 });
      expect(second?.id).toBe(OTHER);
      expect(second?.lastUsed).toBe(second?.created);
    });

    it('deletes a board with all that is its own, and nothing of another', async () => {
      await store.commit([boardCommit({ put: [person('q')], activity: [act(1)], binned: [binned('x', 1)] })]);
      await store.putTemplate(templateRow('t1'));
      await store.redeem({ invite: inviteRow().id, board: BOARD, generation: 1, session: sessionRow() });
      expect(await store.deleteBoard(BOARD)).toBe(true);
      expect(await store.deleteBoard(BOARD)).toBe(false);
      expect(await store.hasBoard(BOARD)).toBe(false);
      expect(await store.loadBoard(BOARD)).toBeNull();
      expect(await store.invites(BOARD)).toEqual([]);
      expect(await store.session(sessionRow().id)).toBeNull();
      expect(await store.templates()).toEqual([]);
      expect(await store.hasBoard(OTHER)).toBe(true);
      await expect(store.commit([boardCommit({ put: [person('q')] })])).rejects.toThrow(RangeError);
    });

    it('revokes every link of a board and ends its sessions', async () => {
      await store.redeem({ invite: inviteRow().id, board: BOARD, generation: 1, session: sessionRow() });
      await store.revokeAll({ board: BOARD, at: 7 });
      expect((await store.invites(BOARD)).map(({ revoked }) => revoked)).toEqual([7]);
      expect(await store.sessions(BOARD)).toEqual([]);
      expect((await store.invites(OTHER)).every(({ revoked }) => revoked === null)).toBe(true);
    });

    it('drops a template whatever board it came from', async () => {
      await store.putTemplate(templateRow('t1'));
      expect(await store.dropTemplate('t1' as TemplateKey)).toBe(true);
      expect(await store.dropTemplate('t1' as TemplateKey)).toBe(false);
    });
  });

  describe('settings', () => {
    it('are null until put, and the last put counts', async () => {
      expect(await store.setting('k')).toBeNull();
      await store.putSetting('k', 'one');
      await store.putSetting('k', 'two');
      expect(await store.setting('k')).toBe('two');
    });
  });

  describe('templates', () => {
    it('are listed the newest first without what is in them, and opened by id', async () => {
      const [one, two] = [templateRow('t1'), templateRow('t2', { board: OTHER, title: 'نقشه «Ä» 🜁' })];
      await store.putTemplate(one);
      await store.putTemplate(two);
      const listed = ({ body: _, ...row }: NewTemplate) => row;
      expect(await store.templates()).toEqual([listed(two), listed(one)]);
      expect(await store.template(one.id)).toEqual({ title: one.title, body: one.body });
      expect(await store.template('t3' as TemplateKey)).toBeNull();
    });

    it('are not put twice under one id', async () => {
      await store.putTemplate(templateRow('t1'));
      await expect(store.putTemplate(templateRow('t1', { title: 'other' }))).rejects.toThrow();
      expect((await store.template('t1' as TemplateKey))?.title).toBe('A template');
    });

    it('are dropped by the board they came from, and by no other', async () => {
      await store.putTemplate(templateRow('t1'));
      expect(await store.dropTemplate('t1' as TemplateKey, OTHER)).toBe(false);
      expect(await store.dropTemplate('t2' as TemplateKey, BOARD)).toBe(false);
      expect(await store.dropTemplate('t1' as TemplateKey, BOARD)).toBe(true);
      expect(await store.dropTemplate('t1' as TemplateKey, BOARD)).toBe(false);
      expect(await store.templates()).toEqual([]);
      expect(await store.template('t1' as TemplateKey)).toBeNull();
    });
  });

  const { reopen } = backend;
  if (reopen === undefined) return;
  it('keeps everything when it is closed and opened again', async () => {
    await store.commit([
      boardCommit({
        put: [person('q')],
        binned: [binned('x', 1)],
        activity: [act(1)],
        views: [{ viewpoint: CELL, row: viewRow, append: bytes(1) }],
      }),
    ]);
    await store.redeem({
      invite: 'invite-1' as InviteId,
      board: BOARD,
      generation: 1,
      session: sessionRow(),
    });
    await store.putSetting('k', 'v');
    await store.putTemplate(templateRow('t1'));
    const all = async (from: Store) => [
      await from.loadBoard(BOARD),
      await from.loadView(BOARD, CELL),
      await from.activity(BOARD, 9),
      await from.invites(BOARD),
      await from.session(sessionRow().id),
      await from.setting('k'),
      await from.templates(),
      await from.template('t1' as TemplateKey),
    ];
    const before = await all(store);
    store = await reopen(store);
    expect(await all(store)).toEqual(before);
  });
}
