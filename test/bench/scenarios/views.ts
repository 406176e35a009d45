/**
 * One board of many cells and circles, a client at each and a facilitator: what an edit costs that several views
 * show, and what a change of structure costs as the board grows. In this process and without sockets, because
 * what is asked is what the lens costs; beside it the plain price of the same edit in Yjs.
 */
import * as Y from 'yjs';
import type { ConnectionHandle } from '../../../server/room/connectionHandle.ts';
import { Room } from '../../../server/room/room.ts';
import type { InviteRow } from '../../../server/store/store.ts';
import { type BoardId, newNodeId } from '../../../shared/model/ids.ts';
import { namedPolicy } from '../../../shared/policies/policies.ts';
import { MemoryStore } from '../../helpers/memoryStore.ts';
import { link, movement, nodeId } from '../driver/content.ts';
import { EditMaker } from '../driver/edits.ts';
import { positionItems } from '../driver/load.ts';
import type { Scenario } from '../driver/scenario.ts';
import { median } from '../driver/statistics.ts';
import { syncMessage } from '../driver/wire.ts';

const GROUPS = 100;
const BOARD = 'board' as BoardId;
const NOTHING = new Uint8Array();

export const views: Scenario = {
  name: 'views (100 cells, 100 circles, a facilitator)',
  about:
    'microseconds of the server for one edit by the facilitator, alone in its turn, gate to frames, memory store; of position seen by 1, 3 and 30 views, and a membership added and removed; boards of 1,000, 10,000 and 20,000 nodes with twice as many links',
  subjects: ['cellboard'],
  runs: 1,
  async run(_, { quick }) {
    const numbers: Record<string, number> = {};
    // What is measured first would bear the compiler's time, and hide how much the others grow.
    if (!quick) {
      const warm = await open(1_000);
      for (const seen of [1, 3, 30]) warm.move(seen, 300);
      warm.restructure(100);
    }
    for (const nodes of quick ? [1_000] : [1_000, 10_000, 20_000]) {
      const board = await open(nodes);
      for (const seen of [1, 3, 30]) {
        numbers[`${nodes} nodes: position seen by ${seen}, µs`] = board.move(seen, quick ? 200 : 1_000);
      }
      numbers[`${nodes} nodes: plain applyUpdate and encode, µs`] = board.plain(quick ? 200 : 1_000);
      const { added, removed } = board.restructure(quick ? 30 : 200);
      numbers[`${nodes} nodes: membership added, µs`] = added;
      numbers[`${nodes} nodes: membership removed, µs`] = removed;
      numbers[`${nodes} nodes: policy changed, ms`] = board.repolicy();
    }
    return numbers;
  },
};

async function open(nodes: number) {
  const store = new MemoryStore();
  const elements = movement({ nodes, links: nodes * 2 - 500, groups: GROUPS });
  // Persons whom 3 and 30 views show: the facilitator's, their own cell's and circle's, and cells they are also in.
  const extra = [
    link('e0', 'membership', { source: nodeId('p1'), target: nodeId('circle1') }),
    ...Array.from({ length: 28 }, (_, index) =>
      link(`f${index}`, 'membership', { source: nodeId('p2'), target: nodeId(`circle${index + 10}`) }),
    ),
  ];
  // Seen by the facilitator alone: a person in no group.
  const loner = { ...elements[2 * GROUPS], id: nodeId('loner') } as (typeof elements)[number];
  const invite = { id: 'invite', board: BOARD, viewpoint: 'facilitator' } as unknown as InviteRow;
  const policy = namedPolicy('detached');
  await store.createBoard({
    id: BOARD,
    title: '',
    policy,
    created: 0,
    elements: [loner, ...elements, ...extra],
    invite,
  });
  const stored = await store.loadBoard(BOARD);
  if (stored === null) throw new Error('no board');
  let writer = 10;
  const room = new Room(BOARD, stored, {
    now: Date.now,
    newWriter: () => (writer += 1),
    newId: () => newNodeId(),
    requestTurn: () => {},
    after: () => () => {},
    loadView: async () => null,
    onFault: (cause) => {
      throw cause;
    },
  });
  const frames = { count: 0 };
  const join = async (viewpoint: string): Promise<ConnectionHandle> => {
    const role = viewpoint === 'facilitator' ? 'facilitator' : 'editor';
    const principal = { session: viewpoint, invite: viewpoint, role, home: viewpoint, viewpoint } as const;
    const transport = {
      send: () => {
        frames.count += 1;
      },
      close: (code: number) => {
        throw new Error(`closed with ${code}`);
      },
    };
    const handle = await room.join(principal as never, transport);
    if (handle === null) throw new Error(`no ${viewpoint}`);
    handle.receive(Uint8Array.of(0, 0, 1, 0));
    return handle;
  };
  const facilitator = await join('facilitator');
  for (let index = 0; index < GROUPS; index += 1) {
    await join(nodeId(`cell${index}`));
    await join(nodeId(`circle${index}`));
  }
  const turn = () => room.collect().deliver();
  turn();
  const view = room.visibilityIndex.view('facilitator');
  if (view === undefined) throw new Error('no view');
  const state = view.doc.encode();
  const itemOf = positionItems(state);
  const names: Record<number, string> = { 1: 'loner', 3: 'p1', 30: 'p2' };
  let client = 5_000;

  const timed = (messages: readonly Uint8Array[]): number => {
    const took = messages.map((message) => {
      const began = performance.now();
      facilitator.receive(message);
      turn();
      return performance.now() - began;
    });
    return median(took.slice(Math.floor(took.length / 4))) * 1_000;
  };

  return {
    move(seen: number, times: number): number {
      const name = nodeId(names[seen] ?? '');
      const showing = room.visibilityIndex.showing(name).size;
      if (showing !== seen) throw new Error(`${name} is seen by ${showing} views, not ${seen}`);
      client += 1;
      const maker = new EditMaker(client, itemOf(name));
      return timed(Array.from({ length: times }, () => syncMessage(NOTHING, 2, maker.next())));
    },
    plain(times: number): number {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, state);
      // What every server pays: the update is encoded for the others.
      doc.on('update', (update: Uint8Array) => syncMessage(NOTHING, 2, update));
      const maker = new EditMaker(9, itemOf(nodeId('p3')));
      const took = Array.from({ length: times }, () => {
        const update = maker.next();
        const began = performance.now();
        Y.applyUpdate(doc, update);
        return performance.now() - began;
      });
      return median(took.slice(Math.floor(took.length / 4))) * 1_000;
    },
    restructure(times: number) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, view.doc.encode());
      const messages: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => messages.push(syncMessage(NOTHING, 2, update)));
      const links = doc.getMap('links') as Y.Map<Y.Map<unknown>>;
      for (let index = 0; index < times; index += 1) {
        const fields = { kind: 'membership', source: nodeId(`p${index + 5}`), target: nodeId('circle50') };
        doc.transact(() => links.set(nodeId(`new${index}`), new Y.Map<unknown>(Object.entries(fields))));
      }
      const added = timed(messages.splice(0));
      for (let index = 0; index < times; index += 1) links.delete(nodeId(`new${index}`));
      return { added, removed: timed(messages.splice(0)) };
    },
    repolicy(): number {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, view.doc.encode());
      const messages: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => messages.push(syncMessage(NOTHING, 2, update)));
      doc.getMap('board').set('policy', { ...policy, guidesSeeMembers: false });
      return timed(messages) / 1_000;
    },
  };
}
