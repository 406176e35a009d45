/**
 * A store that forgets: the same contract in plain maps, for tests. A commit is checked as a whole before any
 * of it is kept, which makes it all or nothing.
 */

import type {
  ActivityRow,
  BinEntry,
  BoardCommit,
  BoardListing,
  BoardMeta,
  InviteRow,
  NewBoard,
  NewTemplate,
  SessionRow,
  Store,
  StoredBoard,
  StoredTemplate,
  StoredView,
  TemplateRow,
  ViewCommit,
  ViewRow,
} from '../../server/store/store.ts';
import { type ElementRecord, isLink } from '../../shared/model/element.ts';
import type { BoardId, ElementId, InviteId, TemplateKey, Viewpoint } from '../../shared/model/ids.ts';

interface KeptView {
  row: ViewRow;
  updates: Uint8Array[];
}

interface KeptBoard {
  meta: BoardMeta;
  readonly created: number;
  readonly elements: Map<ElementId, ElementRecord>;
  readonly bin: Map<ElementId, BinEntry>;
  readonly activity: ActivityRow[];
  readonly views: Map<Viewpoint, KeptView>;
}

export class MemoryStore implements Store {
  readonly #boards = new Map<BoardId, KeptBoard>();
  readonly #invites = new Map<InviteId, InviteRow>();
  readonly #sessions = new Map<string, SessionRow>();
  readonly #settings = new Map<string, string>();
  readonly #templates = new Map<TemplateKey, NewTemplate>();

  async createBoard({ id, elements, invite, created, ...meta }: NewBoard): Promise<void> {
    if (this.#boards.has(id)) throw new RangeError(`There is a board ${id} already.`);
    this.#boards.set(id, {
      meta,
      created,
      elements: new Map(elements.map((element) => [element.id, element])),
      bin: new Map(),
      activity: [],
      views: new Map(),
    });
    this.#invites.set(invite.id, invite);
  }

  async hasBoard(board: BoardId): Promise<boolean> {
    return this.#boards.has(board);
  }

  async boards(): Promise<BoardListing[]> {
    const listings = [...this.#boards].map(([id, { meta, elements, created }]): BoardListing => {
      const seen = [...this.#sessions.values()]
        .filter(({ board }) => board === id)
        .map((row) => row.lastSeen ?? row.created);
      const used = [...this.#invites.values()]
        .filter(({ board }) => board === id)
        .map((row) => row.lastUsed ?? 0);
      const lastUsed = Math.max(created, ...seen, ...used);
      return { id, title: meta.title, created, lastUsed, elements: elements.size, bytes: 0 };
    });
    return listings.sort((a, b) => b.lastUsed - a.lastUsed);
  }

  async deleteBoard(board: BoardId): Promise<boolean> {
    for (const [id, row] of this.#invites) if (row.board === board) this.#invites.delete(id);
    for (const [id, row] of this.#sessions) if (row.board === board) this.#sessions.delete(id);
    for (const [id, row] of this.#templates) if (row.board === board) this.#templates.delete(id);
    return this.#boards.delete(board);
  }

  async revokeAll({ board, at }: { board: BoardId; at: number }): Promise<void> {
    for (const [id, row] of this.#invites) {
      if (row.board === board && row.revoked === null) this.#invites.set(id, { ...row, revoked: at });
    }
    for (const [id, row] of this.#sessions) if (row.board === board) this.#sessions.delete(id);
  }

  async loadBoard(board: BoardId): Promise<StoredBoard | null> {
    const kept = this.#boards.get(board);
    if (kept === undefined) return null;
    const elements = [...kept.elements.values()];
    return {
      ...kept.meta,
      nodes: elements.filter((element) => !isLink(element)),
      links: elements.filter(isLink),
      bin: [...kept.bin.values()],
    };
  }

  async loadView(board: BoardId, viewpoint: Viewpoint): Promise<StoredView | null> {
    const view = this.#boards.get(board)?.views.get(viewpoint);
    return view === undefined ? null : { row: view.row, updates: [...view.updates] };
  }

  async commit(batch: readonly BoardCommit[]): Promise<void> {
    const made = new Set<string>();
    const steps = batch.map((commit) => [this.#checked(commit, made), commit] as const);
    for (const [kept, commit] of steps) {
      commitBoard(kept, commit);
      for (const { id, at } of commit.forgotten ?? []) await this.#revokeInvitesTo(id, { ...commit, at });
    }
  }

  async activity(board: BoardId, limit: number): Promise<ActivityRow[]> {
    return (this.#boards.get(board)?.activity ?? []).toReversed().slice(0, limit);
  }

  async putTemplate(template: NewTemplate): Promise<void> {
    if (this.#templates.has(template.id)) throw new RangeError(`There is a template ${template.id} already.`);
    this.#templates.set(template.id, template);
  }

  async templates(): Promise<TemplateRow[]> {
    return [...this.#templates.values()].toReversed().map(({ body: _, ...row }) => row);
  }

  async template(id: TemplateKey): Promise<StoredTemplate | null> {
    const kept = this.#templates.get(id);
    return kept === undefined ? null : { title: kept.title, body: kept.body };
  }

  async dropTemplate(id: TemplateKey, board?: BoardId): Promise<boolean> {
    if (board !== undefined && this.#templates.get(id)?.board !== board) return false;
    return this.#templates.delete(id);
  }

  async putInvite(invite: InviteRow): Promise<void> {
    this.#invites.set(invite.id, invite);
  }

  async invite(board: BoardId, invite: InviteId): Promise<InviteRow | null> {
    const row = this.#invites.get(invite);
    return row?.board === board ? row : null;
  }

  async invites(board: BoardId): Promise<InviteRow[]> {
    return [...this.#invites.values()].filter((invite) => invite.board === board);
  }

  async redeem({ invite, board, generation, session }: Parameters<Store['redeem']>[0]): Promise<boolean> {
    const row = this.#invites.get(invite);
    if (row === undefined || row.board !== board || row.generation !== generation || row.revoked !== null)
      return false;
    if (row.expires !== null && row.expires <= session.created) return false;
    if (row.maxUses !== null && row.uses >= row.maxUses) return false;
    this.#invites.set(invite, { ...row, uses: row.uses + 1, lastUsed: session.created });
    this.#sessions.set(session.id, session);
    return true;
  }

  async revoke({ board, invite, at }: Parameters<Store['revoke']>[0]): Promise<boolean> {
    const row = this.#invites.get(invite);
    if (row === undefined || row.board !== board || row.revoked !== null) return false;
    this.#invites.set(invite, { ...row, revoked: at });
    this.#dropSessionsWhere((session) => session.invite === invite);
    return true;
  }

  async replaceInvite({ board, invite, expires }: Parameters<Store['replaceInvite']>[0]) {
    const row = this.#invites.get(invite);
    if (row === undefined || row.board !== board || row.revoked !== null) return null;
    const replaced = { ...row, generation: row.generation + 1, uses: 0, lastUsed: null, expires };
    this.#invites.set(invite, replaced);
    return replaced;
  }

  async sessions(board: BoardId): Promise<SessionRow[]> {
    return [...this.#sessions.values()].filter((session) => session.board === board);
  }

  async seeSession(id: string, at: number): Promise<void> {
    const session = this.#sessions.get(id);
    if (session !== undefined) this.#sessions.set(id, { ...session, lastSeen: at });
  }

  async dropSession(board: BoardId, id: string): Promise<boolean> {
    return this.#sessions.get(id)?.board === board && this.#sessions.delete(id);
  }

  async session(id: string): Promise<SessionRow | null> {
    return this.#sessions.get(id) ?? null;
  }

  async dropSessions(before: number): Promise<void> {
    this.#dropSessionsWhere((session) => session.expires < before);
  }

  async setting(key: string): Promise<string | null> {
    return this.#settings.get(key) ?? null;
  }

  async putSetting(key: string, value: string): Promise<void> {
    this.#settings.set(key, value);
  }

  async close(): Promise<void> {}

  /** Throws for a commit that cannot be kept; `made` names the views that the batch makes on its way. */
  #checked({ board, views }: BoardCommit, made: Set<string>): KeptBoard {
    const kept = this.#boards.get(board);
    if (kept === undefined) throw new RangeError(`There is no board ${board}.`);
    for (const { viewpoint, row } of views) {
      const view = `${board}/${viewpoint}`;
      if (row !== undefined) made.add(view);
      else if (!kept.views.has(viewpoint) && !made.has(view)) {
        throw new RangeError(`There is no view ${viewpoint} of board ${board}.`);
      }
    }
    return kept;
  }

  async #revokeInvitesTo(viewpoint: ElementId, { board, at }: { board: BoardId; at: number }): Promise<void> {
    for (const invite of this.#invites.values()) {
      if (invite.viewpoint === viewpoint) await this.revoke({ board, invite: invite.id, at });
    }
  }

  #dropSessionsWhere(gone: (session: SessionRow) => boolean): void {
    for (const session of this.#sessions.values()) if (gone(session)) this.#sessions.delete(session.id);
  }
}

function commitBoard(kept: KeptBoard, commit: BoardCommit): void {
  if (commit.meta !== undefined) kept.meta = commit.meta;
  for (const id of commit.removed) kept.elements.delete(id);
  for (const element of commit.put) kept.elements.set(element.id, element);
  for (const id of commit.unbinned) kept.bin.delete(id);
  for (const entry of commit.binned) {
    // Set anew, so that an entry that comes again is the newest.
    kept.bin.delete(entry.id);
    kept.bin.set(entry.id, entry);
  }
  kept.activity.push(...commit.activity);
  for (const view of commit.views) commitView(kept, view);
}

function commitView(kept: KeptBoard, { viewpoint, row, snapshot, append }: ViewCommit): void {
  const view = kept.views.get(viewpoint);
  const updates = snapshot === undefined ? (view?.updates ?? []) : [snapshot];
  if (append !== undefined) updates.push(append);
  const current = row ?? view?.row;
  if (current === undefined) throw new RangeError(`There is no view ${viewpoint}.`);
  kept.views.set(viewpoint, { row: current, updates });
}
