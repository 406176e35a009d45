import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { step1Frame, step2Frame, updateFrame } from '../../../../server/room/messages.ts';
import { VIEW_IDLE_MS } from '../../../../server/room/room.ts';
import { CLOSE } from '../../../../shared/closeCodes.ts';
import { LIMITS } from '../../../../shared/model/limits.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { MESSAGE, WIRE_LIMITS } from '../../../../shared/protocol.ts';
import { Seeded, seeds } from '../../../helpers/seeded.ts';
import { link, node } from '../../../helpers/smallBoard.ts';
import { type Client, dueTo, type World } from '../../../helpers/world.ts';
import { from } from '../yjs/handmade.ts';
import {
  bareConnection,
  join,
  labelOf,
  openRoom,
  put,
  type Read,
  readFrame,
  record,
  sentDuring,
  set,
  shows,
} from './openRoom.ts';

const OWN = node('own', 'person', { owner: 'cell1' as never });

async function cellOne(): Promise<{ world: World; one: Client; two: Client; facilitator: Client }> {
  const world = await openRoom({ more: [OWN] });
  const one = await join(world, 'cell1');
  const two = await join(world, 'cell1');
  const facilitator = await join(world, 'facilitator');
  return { world, one, two, facilitator };
}

/** Carries what clients have said, without a turn. */
function carry(...clients: Client[]): void {
  for (const client of clients) client.carryAll();
}

const kinds = (frames: readonly Read[]) =>
  frames.map((frame) => (frame.type === 'notice' ? frame.notice.type : frame.type));

const savedStates = (client: Client) =>
  client.notices.flatMap((notice) =>
    notice.type === 'saved' ? [Y.decodeStateVector(Buffer.from(notice.state, 'base64'))] : [],
  );

describe('a newcomer', () => {
  it('is welcomed, asked what they have, and sent the view once', async () => {
    const { world } = await cellOne();
    const late = world.client('cell1' as never);
    const frames = await sentDuring(late, async () => {
      await late.connect();
      await world.quiet();
    });
    expect(kinds(frames)).toEqual(['welcome', 'step1', 'step2', 'saved']);
    expect(frames[0]).toEqual({
      type: 'notice',
      notice: {
        type: 'welcome',
        role: 'editor',
        viewpoint: 'cell1',
        limits: { ...LIMITS, frameBytes: WIRE_LIMITS.frameBytes },
      },
    });
  });

  it('[B-4.7] is sent nothing that happens before they have asked', async () => {
    const { world, one } = await cellOne();
    const { handle: bare, frames } = await bareConnection(world, one);
    await world.turn();
    set(one, 'own', 'color', 1);
    await world.quiet();
    expect(kinds(frames.map(readFrame))).toEqual(['welcome', 'step1']);
    bare.receive(step1Frame(Y.encodeStateVector(new Y.Doc())));
    await world.quiet();
    const [, , answer, ...tail] = frames.map(readFrame);
    expect(answer?.type).toBe('step2');
    const page = new Y.Doc();
    for (const read of [answer, ...tail])
      if (read !== undefined && 'update' in read) Y.applyUpdate(page, read.update);
    expect(page.getMap('nodes').toJSON()['own']).toMatchObject({ color: 1 });
  });

  it('finds no viewpoint where there is none, nor at a note', async () => {
    const { world } = await cellOne();
    for (const viewpoint of ['nobody', 'memo', 'membership-ada-cell1']) {
      const lost = world.client(viewpoint as never);
      await lost.connect();
      expect(lost.isOut).toBe(true);
    }
  });

  it('who comes back is sent what they lack, and no more', async () => {
    const { world, one, two } = await cellOne();
    one.disconnect();
    set(two, 'own', 'color', 5);
    await world.quiet();
    const frames = await sentDuring(one, async () => {
      await one.connect();
      await world.quiet();
    });
    const answer = frames.find((frame) => frame.type === 'step2');
    expect(answer?.type === 'step2' && answer.update.length).toBeLessThan(200);
    expect(one.picture).toEqual(two.picture);
  });
});

describe('a turn', () => {
  it('sends one frame to each connection of each view, however many edits came', async () => {
    const { world, one, two, facilitator } = await cellOne();
    const ada = await join(world, 'ada');
    const before = [two, facilitator, ada].map((client) => client.received.length);
    for (let count = 0; count < 30; count += 1) {
      set(one, 'own', 'position', { x: count, y: 0 });
      one.act(() => labelOf(one, 'own').insert(0, 'x'));
      set(one, 'own', 'color', count % 8);
    }
    carry(one);
    await world.turn();
    const sent = [two, facilitator, ada].map((client, index) =>
      kinds(client.received.slice(before[index]).map(readFrame)),
    );
    expect(sent).toEqual([['update'], ['update'], ['update']]);
    await world.quiet();
    expect(two.picture).toEqual(one.picture);
  });

  it('does not echo to the only author of a change, and tells them that it is saved', async () => {
    const { world, one } = await cellOne();
    const frames = await sentDuring(one, async () => {
      set(one, 'own', 'color', 1);
      one.act(() => labelOf(one, 'own').insert(0, 'x'));
      await world.quiet();
    });
    expect(kinds(frames)).toEqual(['saved']);
  });

  it('sends the author what others did meanwhile, and what was set back', async () => {
    const { world, one, two } = await cellOne();
    const frames = await sentDuring(one, async () => {
      set(one, 'own', 'color', 1);
      set(two, 'own', 'caption', 'x');
      await world.quiet();
    });
    expect(kinds(frames)).toEqual(['update', 'saved']);
    const refused = await sentDuring(one, async () => {
      set(one, 'own', 'color', 99);
      await world.quiet();
    });
    expect(kinds(refused)).toEqual(['refused', 'update', 'saved']);
  });

  it('sends nothing to views in which nothing shows of it', async () => {
    const { world, one } = await cellOne();
    const other = await join(world, 'cell2');
    const frames = await sentDuring(other, async () => {
      set(one, 'own', 'color', 1);
      put(one, 'n', { kind: 'person', label: new Y.Text('') });
      one.act(() => one.nodes.delete('own'));
      await world.quiet();
    });
    expect(frames).toEqual([]);
  });

  it('[B-4.6] delivers nothing before it is kept, whatever happens meanwhile', async () => {
    const { world, one, two, facilitator } = await cellOne();
    await world.quiet();
    set(one, 'own', 'color', 1);
    set(one, 'hana', 'color', 1);
    carry(one);
    const before = world.clients.map((client) => client.received.length);
    const turn = world.room.collect();
    expect(turn.commit?.put).toMatchObject([{ id: 'own', color: 1 }]);
    expect(turn.commit?.views.map(({ viewpoint }) => viewpoint).sort()).toEqual(['cell1', 'facilitator']);
    set(two, 'own', 'caption', 'two');
    carry(two);
    expect(world.clients.map((client) => client.received.length)).toEqual(before);
    turn.deliver();
    expect(kinds(two.received.slice(before[1]).map(readFrame))).toEqual(['update']);
    carry(one, two, facilitator);
    expect(facilitator.nodes.get('own')?.get('color')).toBe(1);
    expect(facilitator.nodes.get('own')?.get('caption')).toBe('caption of own');
    await world.quiet();
    expect(facilitator.nodes.get('own')?.toJSON()).toMatchObject({ color: 1, caption: 'two' });
    expect(one.picture).toEqual(two.picture);
  });

  it('keeps records, activity and every view’s bytes in one commit', async () => {
    const { world, one } = await cellOne();
    world.now = 5_000_000;
    set(one, 'own', 'color', 1);
    carry(one);
    const { commit } = world.room.collect();
    expect(commit?.activity).toEqual([
      {
        at: 5_000_000,
        session: one.name,
        viewpoint: 'cell1',
        verb: 'change',
        element: 'own',
        fields: ['color'],
      },
    ]);
    for (const view of commit?.views ?? [])
      expect(view.append?.length ?? view.snapshot?.length).toBeGreaterThan(0);
  });

  it('with nothing to keep has no commit', async () => {
    const { world } = await cellOne();
    expect(world.room.collect().commit).toBeNull();
  });
});

describe('the notice "saved"', () => {
  it('covers what its reader wrote, also when nothing of it was new', async () => {
    const { world, one } = await cellOne();
    set(one, 'own', 'color', 1);
    await world.quiet();
    const clock = Y.getState(one.doc.store, one.doc.clientID);
    expect(clock).toBeGreaterThan(0);
    expect(savedStates(one).at(-1)?.get(one.doc.clientID)).toBe(clock);
    const mine = Y.diffUpdate(Y.encodeStateAsUpdate(one.doc), Y.encodeStateVector(viewWithout(one)));
    const frames = await sentDuring(one, async () => {
      one.sendRaw(updateFrame(mine));
      await world.quiet();
    });
    expect(kinds(frames)).toEqual(['saved']);
  });

  it('comes to who wrote, and to nobody else', async () => {
    const { world, one, two, facilitator } = await cellOne();
    const before = [savedStates(two).length, savedStates(facilitator).length];
    set(one, 'own', 'color', 1);
    await world.quiet();
    expect([savedStates(two).length, savedStates(facilitator).length]).toEqual(before);
  });

  it('speaks of what a restart finds again', async () => {
    const { world, one } = await cellOne();
    set(one, 'own', 'color', 6);
    await world.quiet();
    const saved = savedStates(one).at(-1)?.get(one.doc.clientID);
    one.disconnect();
    await world.start();
    const late = await join(world, 'cell1');
    expect(late.nodes.get('own')?.get('color')).toBe(6);
    expect(Y.getState(late.doc.store, one.doc.clientID)).toBe(saved);
  });
});

/** A client's doc as it was before it wrote anything itself. */
function viewWithout(client: Client): Y.Doc {
  const doc = new Y.Doc();
  const state = Y.decodeStateVector(Y.encodeStateVector(client.doc));
  for (const [id, clock] of state) {
    if (id === client.doc.clientID) continue;
    doc.store.clients.set(id, [new Y.GC(Y.createID(id, 0), clock)]);
  }
  return doc;
}

describe('a page that holds another doc', () => {
  it('[B-4.13] one ahead of the server’s own writing is sent away to start afresh', async () => {
    const { world, one } = await cellOne();
    const view = world.room.visibilityIndex.view('cell1' as never);
    if (view === undefined) throw new Error('the view is not open');
    const ahead = new Y.Doc();
    ahead.store.clients.set(view.doc.clientId, [
      new Y.GC(Y.createID(view.doc.clientId, 0), view.doc.clock + 1),
    ]);
    const { handle: bare, frames, closes } = await bareConnection(world, one);
    bare.receive(step1Frame(Y.encodeStateVector(ahead)));
    await world.quiet();
    expect(closes).toEqual([CLOSE.renewed]);
    expect(frames).toEqual([]);
  });

  it('one that is only ahead in its own writing is welcome', async () => {
    const { world, one, two } = await cellOne();
    one.disconnect();
    set(one, 'own', 'color', 3);
    await one.connect();
    await world.quiet();
    expect(one.closes).toEqual([]);
    expect(two.nodes.get('own')?.get('color')).toBe(3);
  });
});

describe('a view that has outgrown what it shows', () => {
  async function outgrown() {
    const { world, one, facilitator } = await cellOne();
    for (let round = 0; round < 20; round += 1) {
      const ids = Array.from({ length: 80 }, (_, index) => `${'long-id-'.repeat(6)}${round}-${index}`);
      one.act(() => {
        for (const id of ids) put(one, id, { kind: 'note', label: new Y.Text('') });
      });
      one.act(() => {
        for (const id of ids) one.nodes.delete(id);
      });
      await world.quiet();
    }
    set(one, 'own', 'color', 7);
    await world.quiet();
    return { world, one, facilitator };
  }

  it('[B-4.13] is renewed while nobody holds it; old pages are sent away and start afresh', async () => {
    const { world, one, facilitator } = await outgrown();
    const old = world.room.visibilityIndex.view('cell1' as never);
    const size = old?.doc.encode().length ?? 0;
    for (const client of world.clients) if (client.viewpoint === 'cell1') client.disconnect();
    world.now += VIEW_IDLE_MS + 1;
    world.room.evictIdleViews();
    expect(world.room.visibilityIndex.view('cell1' as never)).toBeUndefined();
    set(facilitator, 'own', 'caption', 'meanwhile');
    await world.quiet();

    const before = one.doc;
    await one.connect();
    await world.quiet();
    expect(one.closes).toEqual([CLOSE.renewed]);
    expect(one.doc).not.toBe(before);
    const renewed = world.room.visibilityIndex.view('cell1' as never);
    expect(renewed?.epoch).toBe((old?.epoch ?? 0) + 1);
    expect(renewed?.doc.retired).toContain(old?.doc.clientId);
    expect(renewed?.doc.encode().length).toBeLessThan(size / 4);
    await one.connect();
    await world.quiet();
    expect(one.nodes.get('own')?.toJSON()).toMatchObject({ color: 7, caption: 'meanwhile' });
    expect(one.picture.nodes).toEqual(dueTo(world, 'cell1' as never).nodes);

    one.disconnect();
    await world.start();
    await one.connect();
    await world.quiet();
    expect(one.closes).toEqual([CLOSE.renewed]);
    expect(world.room.visibilityIndex.view('cell1' as never)?.epoch).toBe(renewed?.epoch);
  });

  it('is left alone while somebody reads it', async () => {
    const { world } = await outgrown();
    const view = world.room.visibilityIndex.view('cell1' as never);
    world.now += 10 * VIEW_IDLE_MS;
    world.room.evictIdleViews();
    expect(world.room.visibilityIndex.view('cell1' as never)).toBe(view);
  });

  it('takes no writing under the ids of the server it had before', async () => {
    const { world, one } = await outgrown();
    const writer = world.room.visibilityIndex.view('cell1' as never)?.doc.clientId ?? 0;
    for (const client of world.clients) if (client.viewpoint === 'cell1') client.disconnect();
    world.now += VIEW_IDLE_MS + 1;
    world.room.evictIdleViews();
    const { handle: bare, closes } = await bareConnection(world, one);
    await world.quiet();
    bare.receive(updateFrame(from(writer, 0, { type: 'Map', parent: 'nodes', key: 'x' })));
    expect(closes).toEqual([CLOSE.malformed]);
  });
});

describe('a view that nobody reads', () => {
  it('is evicted, and found again as it was, with what happened meanwhile', async () => {
    const { world, one, two, facilitator } = await cellOne();
    one.disconnect();
    two.disconnect();
    world.now += VIEW_IDLE_MS + 1;
    world.room.evictIdleViews();
    expect(world.room.visibilityIndex.view('cell1' as never)).toBeUndefined();
    set(facilitator, 'own', 'color', 4);
    facilitator.act(() => facilitator.nodes.delete('bilal'));
    await world.quiet();
    set(one, 'own', 'caption', 'offline');
    await one.connect();
    await world.quiet();
    expect(one.closes).toEqual([]);
    expect(one.nodes.get('own')?.toJSON()).toMatchObject({ color: 4, caption: 'offline' });
    expect(one.nodes.has('bilal')).toBe(false);
  });
});

describe('a viewpoint whose node is deleted', () => {
  it('[B-4.14] is gone for all who hold it, also a facilitator who looks through it; nobody else is sent away', async () => {
    const { world, one, two, facilitator } = await cellOne();
    const guest = await join(world, 'cell1', 'facilitator');
    const ada = await join(world, 'ada');
    const frames = [one.received.length, two.received.length];
    facilitator.act(() => facilitator.nodes.delete('cell1'));
    await world.quiet();
    for (const client of [one, two, guest]) expect(client.closes).toEqual([CLOSE.notFound]);
    expect([one.received.length, two.received.length]).toEqual(frames);
    expect([ada.closes, facilitator.closes]).toEqual([[], []]);
    const late = world.client('cell1' as never);
    await late.connect();
    expect(late.isOut).toBe(true);
  });

  it('is there again when the node is brought back', async () => {
    const { world, one, facilitator } = await cellOne();
    const before = one.picture;
    facilitator.act(() => facilitator.nodes.delete('cell1'));
    await world.quiet();
    facilitator.undo.undo();
    await world.quiet();
    one.isOut = false;
    await one.connect();
    await world.quiet();
    expect(one.picture).toEqual(before);
  });

  it('may delete itself', async () => {
    const world = await openRoom({ more: [node('team', 'circle', { owner: 'team' as never })] });
    const team = await join(world, 'team');
    team.act(() => team.nodes.delete('team'));
    await world.quiet();
    expect(team.closes).toEqual([CLOSE.notFound]);
    expect(record(world, 'team')).toBeUndefined();
    expect((await world.store.loadBoard('board' as never))?.nodes.some(({ id }) => id === 'team')).toBe(
      false,
    );
  });
});

describe('a change of policy', () => {
  it('takes away and gives at once what the new rules hide and show, to everybody', async () => {
    const world = await openRoom({ policy: namedPolicy('open'), more: [link('tie', ['cell1', 'cell2'])] });
    const [cell, everyone] = [await join(world, 'cell1'), await join(world, 'everyone')];
    const facilitator = await join(world, 'facilitator');
    const open = cell.picture;
    expect(shows(cell, 'cell2')).toBe(true);
    const govern = (name: 'open' | 'detached') =>
      facilitator.act(() => facilitator.doc.getMap('board').set('policy', namedPolicy(name)));
    govern('detached');
    await world.quiet();
    for (const client of [cell, everyone]) {
      for (const id of ['cell2', 'chen', 'tie-cell1-cell2']) expect(shows(client, id)).toBe(false);
      expect(client.doc.getMap('board').has('policy')).toBe(false);
    }
    govern('open');
    await world.quiet();
    expect(cell.picture).toEqual(open);
  });

  it('out of a commons leaves to the facilitator what was everyone’s', async () => {
    const world = await openRoom({ policy: namedPolicy('open') });
    const [cell, facilitator] = [await join(world, 'cell1'), await join(world, 'facilitator')];
    put(cell, 'made', { kind: 'note', label: new Y.Text('') });
    await world.quiet();
    expect(record(world, 'made')?.owner).toBe('everyone');
    facilitator.act(() => facilitator.doc.getMap('board').set('policy', namedPolicy('detached')));
    await world.quiet();
    expect(record(world, 'made')?.owner).toBe('facilitator');
    const kept = await world.store.loadBoard('board' as never);
    expect(kept?.policy).toEqual(namedPolicy('detached'));
    expect(kept?.nodes.find(({ id }) => id === 'made')?.owner).toBe('facilitator');
  });
});

describe('changes sent before the client has said all it has', () => {
  it('are held, and applied when it has', async () => {
    const { world, one, two } = await cellOne();
    one.disconnect();
    one.act(() => labelOf(one, 'own').insert(0, 'offline '));
    await one.connect();
    one.act(() => labelOf(one, 'own').insert(8, 'and on '));
    expect(one.isQuiet).toBe(false);
    await world.quiet();
    expect(one.closes).toEqual([]);
    expect(labelOf(two, 'own').toString()).toBe('offline and on label of own');
    expect(record(world, 'own')?.label).toBe('offline and on label of own');
  });

  const missing = (clock: number) => updateFrame(from(4242, clock, { gc: 1 }));

  it('[B-3.8] are not waited for in vain: once it has, what is missing closes the connection', async () => {
    const { world, one } = await cellOne();
    const { handle: bare, closes } = await bareConnection(world, one);
    bare.receive(missing(5));
    expect(closes).toEqual([]);
    bare.receive(step2Frame(Y.encodeStateAsUpdate(new Y.Doc())));
    expect(closes).toEqual([CLOSE.malformed]);
  });

  it('[B-3.8] are held a thousand at most', async () => {
    const { world, one } = await cellOne();
    const { handle: bare, closes } = await bareConnection(world, one);
    for (let clock = 1; clock <= 1000; clock += 1) bare.receive(missing(clock));
    expect(closes).toEqual([]);
    bare.receive(missing(1001));
    expect(closes).toEqual([CLOSE.malformed]);
  });

  it('are held up to the size of one frame', async () => {
    const { world, one } = await cellOne();
    const { handle: bare, closes } = await bareConnection(world, one);
    const large = from(4242, 1, { string: 'x'.repeat(1024 * 1024), parent: 'nodes', key: 'x' });
    for (let count = 0; count < 3; count += 1) bare.receive(updateFrame(large));
    expect(closes).toEqual([]);
    bare.receive(updateFrame(large));
    expect(closes).toEqual([CLOSE.malformed]);
  });
});

describe('a frame that makes no sense', () => {
  it.each<[string, number[]]>([
    ['nothing', []],
    ['an unknown message', [99]],
    ['an unknown step', [MESSAGE.sync, 7, 0]],
    ['a step without its bytes', [MESSAGE.sync, 2]],
    ['fewer bytes than it says', [MESSAGE.sync, 2, 200, 1]],
    ['a state vector that is none', [MESSAGE.sync, 0, 2, 255, 255]],
    ['an update that is none', [MESSAGE.sync, 2, 3, 9, 9, 9]],
    ['presence that is none', [MESSAGE.awareness, 3, 5, 1, 1]],
    ['presence of millions', [MESSAGE.awareness, 4, 255, 255, 255, 7]],
    ['a notice', [MESSAGE.notice, 2, 123, 125]],
    ['an authentication', [2, 0]],
  ])('closes this connection and no other: %s', async (_what, bytes) => {
    const { world, one, two } = await cellOne();
    one.sendRaw(Uint8Array.from(bytes));
    await world.quiet();
    expect(one.closes).toEqual([CLOSE.malformed]);
    expect(two.closes).toEqual([]);
  });

  it.each(seeds(20))('[B-3.10] never does more than that (seed %i)', async (seed) => {
    const { world, two } = await cellOne();
    const random = new Seeded(seed);
    for (let count = 0; count < 100; count += 1) {
      const { handle: bare, closes } = await bareConnection(world, two);
      const bytes = Array.from({ length: random.below(40) }, () =>
        random.below(random.chance(0.7) ? 8 : 256),
      );
      expect(() => bare.receive(Uint8Array.from(bytes))).not.toThrow();
      for (const code of closes) expect([CLOSE.malformed, CLOSE.renewed]).toContain(code);
      bare.leave();
    }
    await world.quiet();
    const view = world.room.visibilityIndex.view('cell1' as never);
    expect(view?.doc.yDoc.store.pendingStructs).toBeNull();
    expect(two.picture.nodes).toEqual(dueTo(world, 'cell1' as never).nodes);
  });
});

describe('a connection that is closed', () => {
  it('is sent nothing more, not even what was waiting', async () => {
    const { world, one } = await cellOne();
    const { handle: bare, frames, closes } = await bareConnection(world, one);
    bare.receive(step1Frame(Y.encodeStateVector(new Y.Doc())));
    await world.quiet();
    const before = frames.length;
    set(one, 'own', 'color', 1);
    carry(one);
    const turn = world.room.collect();
    world.room.dismiss((principal) => principal.session === one.name, CLOSE.revoked);
    expect(closes).toEqual([CLOSE.revoked]);
    turn.deliver();
    bare.receive(step1Frame(Y.encodeStateVector(new Y.Doc())));
    bare.receive(Uint8Array.of(99));
    bare.leave();
    bare.leave();
    await world.quiet();
    expect(frames.length).toBe(before);
    expect(closes).toEqual([CLOSE.revoked]);
  });

  it('what it wrote before counts, what it sends afterwards does not', async () => {
    const { world, one, two } = await cellOne();
    const { handle: bare, closes } = await bareConnection(world, one);
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(two.doc));
    const own = page.getMap('nodes').get('own') as Y.Map<unknown>;
    page.on('update', (update: Uint8Array) => bare.receive(updateFrame(update)));
    own.set('color', 5);
    bare.receive(Uint8Array.of(99));
    own.set('color', 6);
    expect(closes).toEqual([CLOSE.malformed]);
    await world.quiet();
    expect(two.nodes.get('own')?.get('color')).toBe(5);
  });
});
