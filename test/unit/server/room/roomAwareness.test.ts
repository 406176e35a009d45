import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { presenceFrame, step1Frame } from '../../../../server/room/messages.ts';
import { MESSAGE, WIRE_LIMITS } from '../../../../shared/protocol.ts';
import { node } from '../../../helpers/smallBoard.ts';
import type { Client, World } from '../../../helpers/world.ts';
import { bareConnection, join, openRoom, put, type Read, readFrame, sentDuring, set } from './openRoom.ts';

type Entry = Extract<Read, { type: 'presence' }>['entries'][number];

const says = (client: Client, state: unknown, id = client.doc.clientID, clock = 1) =>
  client.sendRaw(presenceFrame([{ client: id, clock, state: JSON.stringify(state) }]));

/** What a client is told of presence while something happens, in order. */
async function toldDuring(world: World, client: Client, happening: () => unknown): Promise<Entry[]> {
  const frames = await sentDuring(client, async () => {
    await happening();
    await world.quiet();
  });
  return frames.flatMap((frame) => (frame.type === 'presence' ? frame.entries : []));
}

const states = (entries: readonly Entry[]) => entries.map(({ state }) => state);

async function twoAtCellOne(): Promise<{ world: World; one: Client; two: Client }> {
  const world = await openRoom({ more: [node('secret', 'person')] });
  return { world, one: await join(world, 'cell1'), two: await join(world, 'cell1') };
}

const ROLE = { role: 'editor', viewpoint: 'cell1' };
/** As a node looks while somebody pulls at its corner. */
const PULLED = { position: { x: 5, y: 6 }, size: { width: 120, height: 104 } };

describe('a state is rebuilt by the server', () => {
  it('[B-6.1] from known fields, with role and viewpoint as they are', async () => {
    const { world, one, two } = await twoAtCellOne();
    const said = {
      name: 'Ada',
      color: 2,
      cursor: { x: 1, y: 2 },
      viewport: { x: 0, y: 0, zoom: 1 },
      role: 'facilitator',
      viewpoint: 'facilitator',
      present: true,
      secret: 'x'.repeat(100),
      user: { name: 'Ada' },
    };
    const [entry] = await toldDuring(world, two, () => says(one, said));
    expect(entry?.client).toBe(one.doc.clientID);
    expect(entry?.state).toEqual({
      name: 'Ada',
      color: 2,
      cursor: { x: 1, y: 2 },
      viewport: { x: 0, y: 0, zoom: 1 },
      ...ROLE,
    });
  });

  it.each<[string, unknown]>([
    ['a name too long', { name: 'x'.repeat(61), color: 1 }],
    ['a cursor that is none', { cursor: { x: 'here' } }],
    ['more than a cursor', { cursor: { x: 1, y: 1, z: 1 } }],
    ['too large a selection', { selection: Array(WIRE_LIMITS.selection + 1).fill('ada') }],
    ['a list', []],
    ['a number', 5],
  ])('and says no more than who is there when it holds %s', async (_what, said) => {
    const { world, one, two } = await twoAtCellOne();
    expect(states(await toldDuring(world, two, () => says(one, said)))).toEqual([ROLE]);
  });

  it('[B-6.2] without elements the view does not show', async () => {
    const { world, one, two } = await twoAtCellOne();
    const said = {
      selection: ['ada', 'secret', 'cell2', 'nothing'],
      drag: { ids: ['secret', 'ada'], dx: 1, dy: 2 },
      resize: { id: 'secret', ...PULLED },
      editing: { id: 'secret', field: 'label' },
    };
    const facilitator = await join(world, 'facilitator');
    const told = { selection: ['ada'], drag: { ids: ['ada'], dx: 1, dy: 2 }, ...ROLE };
    const up = await toldDuring(world, facilitator, async () => {
      expect(states(await toldDuring(world, two, () => says(one, said)))).toEqual([told]);
    });
    expect(states(up)).toEqual([told]);
  });

  it('with the node that is being resized, while the view shows it', async () => {
    const { world, one, two } = await twoAtCellOne();
    const facilitator = await join(world, 'facilitator');
    const said = { resize: { id: 'cell1', ...PULLED } };
    const up = await toldDuring(world, facilitator, async () => {
      expect(states(await toldDuring(world, two, () => says(one, said)))).toEqual([{ ...said, ...ROLE }]);
    });
    expect(states(up)).toEqual([{ ...said, ...ROLE }]);
    const more = { resize: { id: 'cell1', ...PULLED, message: 'hello' } };
    expect(states(await toldDuring(world, two, () => says(one, more)))).toEqual([ROLE]);
  });

  it('[B-6.2] anew whenever it is told: what has been hidden meanwhile is not in it', async () => {
    const { world, one } = await twoAtCellOne();
    const facilitator = await join(world, 'facilitator');
    says(one, { selection: ['ada', 'bilal'], drag: { ids: ['bilal'], dx: 1, dy: 1 } });
    await world.quiet();
    set(facilitator, 'bilal', 'audience', ['cell2']);
    await world.quiet();
    expect(one.nodes.has('bilal')).toBe(false);
    const late = world.client('cell1' as never);
    const told = await toldDuring(world, late, () => late.connect());
    expect(states(told)).toEqual([{ selection: ['ada'], drag: { ids: [], dx: 1, dy: 1 }, ...ROLE }]);
  });

  it('[B-6.4] and is as good as none when it is larger than the limit', async () => {
    const { world, one, two } = await twoAtCellOne();
    says(one, { name: 'Ada' });
    await world.quiet();
    const large = { name: 'Ada', x: 'x'.repeat(WIRE_LIMITS.awarenessBytes) };
    expect(states(await toldDuring(world, two, () => says(one, large)))).toEqual([null]);
    expect(one.closes).toEqual([]);
  });

  it('and one that is no JSON says no more than who is there', async () => {
    const { world, one, two } = await twoAtCellOne();
    const told = await toldDuring(world, two, () =>
      one.sendRaw(presenceFrame([{ client: one.doc.clientID, clock: 1, state: '{"name":' }])),
    );
    expect(states(told)).toEqual([ROLE]);
  });
});

describe('a connection', () => {
  it('[B-6.3] speaks for itself alone: states and absences of others it sends are passed over, and it stays', async () => {
    const { world, one, two } = await twoAtCellOne();
    const third = await join(world, 'cell1');
    says(one, { name: 'One' });
    says(two, { name: 'Two' });
    await world.quiet();
    const told = await toldDuring(world, third, () => {
      says(two, { name: 'One, says Two' }, one.doc.clientID, 99);
      says(two, null, one.doc.clientID, 100);
      says(two, { name: 'Nobody' }, 4242, 1);
    });
    expect(told).toEqual([]);
    expect(two.closes).toEqual([]);
  });

  it('may echo what it hears before it says anything of itself, also of its own other tab', async () => {
    const world = await openRoom();
    const [one, third] = [await join(world, 'cell1'), await join(world, 'cell1')];
    says(one, { name: 'One' });
    await world.quiet();
    const { handle: tab, frames } = await bareConnection(world, one);
    tab.receive(step1Frame(Y.encodeStateVector(new Y.Doc())));
    await world.quiet();
    expect(frames.map(readFrame).some(({ type }) => type === 'presence')).toBe(true);
    const told = await toldDuring(world, third, () => {
      tab.receive(presenceFrame([{ client: one.doc.clientID, clock: 50, state: '{"name":"One"}' }]));
      tab.receive(presenceFrame([{ client: 4711, clock: 1, state: '{"name":"Tab"}' }]));
    });
    expect(told.map(({ client, state }) => [client, state?.['name']])).toEqual([[4711, 'Tab']]);
    const gone = await toldDuring(world, third, () => tab.leave());
    expect(gone.map(({ client }) => client)).toEqual([4711]);
  });

  it('of a facilitator may echo what it hears of other views before it says anything of itself', async () => {
    const world = await openRoom();
    const one = await join(world, 'cell1');
    const [facilitator, colleague] = [await join(world, 'facilitator'), await join(world, 'facilitator')];
    says(one, { name: 'One' });
    await world.quiet();
    says(facilitator, { name: 'One' }, one.doc.clientID, 7);
    await world.quiet();
    const told = await toldDuring(world, colleague, () => says(facilitator, { name: 'Facilitator' }));
    expect(told.map(({ client, state }) => [client, state?.['name']])).toEqual([
      [facilitator.doc.clientID, 'Facilitator'],
    ]);
  });

  it('[B-6.4] that says a thousand things at once is told of once', async () => {
    const { world, one, two } = await twoAtCellOne();
    const frames = await sentDuring(two, async () => {
      for (let x = 0; x < 1000; x += 1) says(one, { cursor: { x, y: 0 } });
      await world.quiet();
    });
    expect(frames).toHaveLength(1);
    expect(frames[0]).toMatchObject({ entries: [{ state: { cursor: { x: 999, y: 0 } } }] });
  });

  it('hears nothing of itself', async () => {
    const { world, one } = await twoAtCellOne();
    expect(await toldDuring(world, one, () => says(one, { name: 'One' }))).toEqual([]);
  });
});

describe('presence', () => {
  it('[B-6.5] of participants goes to their own viewpoint and to facilitators, not across', async () => {
    const world = await openRoom();
    const clients = new Map<string, Client>();
    for (const viewpoint of ['cell1', 'cell2', 'ada', 'everyone', 'centre', 'facilitator'])
      clients.set(viewpoint, await join(world, viewpoint));
    const peer = await join(world, 'cell1');
    const heard = new Map([...clients].map(([viewpoint, client]) => [viewpoint, client.received.length]));
    says(peer, { name: 'Peer' });
    await world.quiet();
    const told = [...clients]
      .filter(([viewpoint, client]) => client.received.length > (heard.get(viewpoint) ?? 0))
      .map(([viewpoint]) => viewpoint);
    expect(told).toEqual(['cell1', 'facilitator']);
  });

  it('of facilitators goes to facilitators alone', async () => {
    const { world, one } = await twoAtCellOne();
    const [facilitator, colleague] = [await join(world, 'facilitator'), await join(world, 'facilitator')];
    const told = await toldDuring(world, one, async () => {
      const up = await toldDuring(world, colleague, () => says(facilitator, { name: 'F', present: true }));
      expect(states(up)).toEqual([{ name: 'F', role: 'facilitator', viewpoint: 'facilitator' }]);
    });
    expect(told).toEqual([]);
  });

  it('names elements to facilitators as the board does', async () => {
    const { world, one, two } = await twoAtCellOne();
    const facilitator = await join(world, 'facilitator');
    put(one, 'secret', { kind: 'person', label: new Y.Text('probe') });
    await world.quiet();
    const id = world.room.visibilityIndex.view('cell1' as never)?.idAliases.boardId('secret');
    expect(id).not.toBe('secret');
    const said = {
      selection: ['secret'],
      drag: { ids: ['secret'], dx: 0, dy: 0 },
      resize: { id: 'secret', ...PULLED },
      editing: { id: 'secret', field: 'label' },
    };
    const up = await toldDuring(world, facilitator, async () => {
      const peer = await toldDuring(world, two, () => says(one, said));
      expect(states(peer)).toEqual([{ ...said, ...ROLE }]);
    });
    expect(states(up)).toEqual([
      {
        selection: [id],
        drag: { ids: [id], dx: 0, dy: 0 },
        resize: { id, ...PULLED },
        editing: { id, field: 'label' },
        ...ROLE,
      },
    ]);
  });

  it('[B-6.6] of a facilitator who looks through a viewpoint is seen there only while they choose so', async () => {
    const { world, one } = await twoAtCellOne();
    const colleague = await join(world, 'facilitator');
    const guest = await join(world, 'cell1', 'facilitator');
    const hears = (said: unknown) => toldDuring(world, one, () => says(guest, said));
    const up = await toldDuring(world, colleague, async () => {
      expect(await hears({ name: 'G' })).toEqual([]);
    });
    expect(states(up)).toEqual([{ name: 'G', role: 'facilitator', viewpoint: 'cell1' }]);
    expect(states(await hears({ name: 'G', present: true }))).toEqual([
      { name: 'G', role: 'facilitator', viewpoint: 'cell1' },
    ]);
    expect(states(await hears({ name: 'G', present: false }))).toEqual([null]);
    expect(await hears({ name: 'G2' })).toEqual([]);
    expect(await toldDuring(world, one, () => guest.disconnect())).toEqual([]);
  });

  it('[B-6.6] of an unseen facilitator is not in what a newcomer is told either', async () => {
    const { world, one } = await twoAtCellOne();
    const guest = await join(world, 'cell1', 'facilitator');
    says(guest, { name: 'G' });
    says(one, { name: 'One' });
    await world.quiet();
    const late = world.client('cell1' as never);
    const told = await toldDuring(world, late, () => late.connect());
    expect(states(told)).toEqual([{ name: 'One', ...ROLE }]);
    const asked = await toldDuring(world, late, () => late.sendRaw(Uint8Array.of(MESSAGE.queryAwareness)));
    expect(states(asked)).toEqual([{ name: 'One', ...ROLE }]);
  });

  it('is not told to a connection that has not asked for the view yet', async () => {
    const { world, one } = await twoAtCellOne();
    const late = world.client('cell1' as never);
    await late.connect();
    late.received.length = 0;
    says(one, { name: 'One' });
    one.carryAll();
    await world.turn();
    await world.turn();
    expect(late.received.map(readFrame).filter(({ type }) => type === 'presence')).toEqual([]);
  });
});

describe('leaving', () => {
  it('tells null, with a clock above all before', async () => {
    const { world, one, two } = await twoAtCellOne();
    const entries = await toldDuring(world, two, async () => {
      says(one, { name: 'One' });
      await world.quiet();
      says(one, { name: 'Uno' });
      await world.quiet();
      one.disconnect();
    });
    expect(states(entries)).toEqual([{ name: 'One', ...ROLE }, { name: 'Uno', ...ROLE }, null]);
    const clocks = entries.map(({ clock }) => clock);
    expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
    expect(new Set(clocks).size).toBe(3);
  });

  it('tells null also when the page said so itself a moment before', async () => {
    const { world, one, two } = await twoAtCellOne();
    says(one, { name: 'One' });
    await world.quiet();
    const told = await toldDuring(world, two, () => {
      says(one, null);
      one.carryAll();
      one.disconnect();
    });
    expect(told.map(({ client, state }) => [client, state])).toEqual([[one.doc.clientID, null]]);
  });

  it('tells nothing of who never said anything', async () => {
    const { world, one, two } = await twoAtCellOne();
    expect(await toldDuring(world, two, () => one.disconnect())).toEqual([]);
  });

  it('before it was told of is told to those who were greeted in between', async () => {
    const { world, one } = await twoAtCellOne();
    const late = world.client('cell1' as never);
    await late.connect();
    const told = await toldDuring(world, late, async () => {
      says(one, { name: 'One' });
      one.carryAll();
      late.carryAll();
      const turn = world.room.collect();
      turn.deliver();
      says(one, null);
      one.carryAll();
      one.disconnect();
    });
    expect(states(told)).toEqual([{ name: 'One', ...ROLE }, null]);
  });

  it('and coming back under the same client id, one is seen again', async () => {
    const { world, one, two } = await twoAtCellOne();
    says(one, { name: 'One' });
    await world.quiet();
    const told = await toldDuring(world, two, async () => {
      one.disconnect();
      await world.quiet();
      await one.connect();
      await world.quiet();
      says(one, { name: 'One' }, one.doc.clientID, 1);
    });
    expect(states(told)).toEqual([null, { name: 'One', ...ROLE }]);
    expect(Number(told[1]?.clock)).toBeGreaterThan(Number(told[0]?.clock));
  });

  it('of a connection given up late does not take away who is back on another', async () => {
    const { world, one, two } = await twoAtCellOne();
    one.disconnect();
    const { handle: old } = await bareConnection(world, one);
    old.receive(presenceFrame([{ client: one.doc.clientID, clock: 1, state: '{"name":"One"}' }]));
    await world.quiet();
    const told = await toldDuring(world, two, async () => {
      await one.connect();
      says(one, { name: 'One again' });
      await world.quiet();
      old.leave();
    });
    expect(states(told).at(-1)).toEqual({ name: 'One again', ...ROLE });
    const late = world.client('cell1' as never);
    expect(states(await toldDuring(world, late, () => late.connect()))).toEqual([
      { name: 'One again', ...ROLE },
    ]);
  });
});

/** A stock awareness on a client's doc, which sends on whatever changes in it, as the stock provider does. */
class Stock {
  readonly awareness: Awareness;
  readonly #client: Client;
  #read = 0;

  constructor(client: Client) {
    this.#client = client;
    this.awareness = new Awareness(client.doc);
    this.awareness.on('update', (changes: Record<'added' | 'updated' | 'removed', number[]>) => {
      this.send([...changes.added, ...changes.updated, ...changes.removed]);
    });
    this.send([client.doc.clientID]);
  }

  send(clients: number[]): void {
    const update = encodeAwarenessUpdate(this.awareness, clients);
    this.#client.sendRaw(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness);
        encoding.writeVarUint8Array(encoder, update);
      }),
    );
  }

  /** Takes in what came since the last time. */
  hear(): boolean {
    const frames = this.#client.received.slice(this.#read);
    this.#read = this.#client.received.length;
    for (const frame of frames) {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== MESSAGE.awareness) continue;
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
    }
    return frames.length > 0;
  }

  /** The names of those it knows of, itself included. */
  get picture(): (string | undefined)[] {
    return [...this.awareness.getStates().values()].map((state) => state['name']).sort();
  }
}

describe('with the awareness of y-protocols on the page', () => {
  const stocks: Stock[] = [];
  afterEach(() => {
    for (const { awareness } of stocks.splice(0)) awareness.destroy();
  });

  async function settle(world: World): Promise<void> {
    for (let round = 0; round < 50; round += 1) {
      await world.quiet();
      if (!stocks.map((stock) => stock.hear()).includes(true)) return;
    }
    throw new Error('presence never becomes quiet');
  }

  async function stocked(world: World, viewpoint: string): Promise<{ client: Client; stock: Stock }> {
    const client = await join(world, viewpoint);
    const stock = new Stock(client);
    stocks.push(stock);
    await settle(world);
    return { client, stock };
  }

  it('the picture converges: coming, moving, leaving, coming back, with all the echoes', async () => {
    const world = await openRoom();
    const one = await stocked(world, 'cell1');
    const two = await stocked(world, 'cell1');
    const other = await stocked(world, 'cell2');
    const facilitator = await stocked(world, 'facilitator');
    for (const [name, { stock }] of Object.entries({ one, two, other, facilitator }))
      stock.awareness.setLocalStateField('name', name);
    await settle(world);
    expect(one.stock.picture).toEqual(['one', 'two']);
    expect(two.stock.picture).toEqual(['one', 'two']);
    expect(other.stock.picture).toEqual(['other']);
    expect(facilitator.stock.picture).toEqual(['facilitator', 'one', 'other', 'two']);

    for (let x = 0; x < 5; x += 1) {
      one.stock.awareness.setLocalStateField('cursor', { x, y: 0 });
      two.stock.awareness.setLocalStateField('cursor', { x, y: 1 });
      if (x % 2 === 0) await settle(world);
    }
    await settle(world);
    const seenByTwo = two.stock.awareness.getStates().get(one.client.doc.clientID);
    expect(seenByTwo).toMatchObject({ name: 'one', cursor: { x: 4, y: 0 }, viewpoint: 'cell1' });

    one.stock.awareness.setLocalState(null);
    one.client.carryAll();
    one.client.disconnect();
    await settle(world);
    expect(two.stock.picture).toEqual(['two']);
    expect(facilitator.stock.picture).toEqual(['facilitator', 'other', 'two']);

    await one.client.connect();
    one.stock.awareness.setLocalState({ name: 'one again' });
    await settle(world);
    expect(two.stock.picture).toEqual(['one again', 'two']);
    expect(facilitator.stock.picture).toEqual(['facilitator', 'one again', 'other', 'two']);
    expect(one.stock.picture).toEqual(['one again', 'two']);
    expect(world.clients.flatMap(({ closes }) => closes)).toEqual([]);
  });

  it('a page does not lose its own state to what others echo of it', async () => {
    const world = await openRoom();
    const one = await stocked(world, 'cell1');
    const two = await stocked(world, 'cell1');
    one.stock.awareness.setLocalState({ name: 'one', own: 'thing' });
    await settle(world);
    two.stock.send([one.client.doc.clientID]);
    await settle(world);
    expect(one.stock.awareness.getLocalState()).toEqual({ name: 'one', own: 'thing' });
  });
});
