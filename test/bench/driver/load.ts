/**
 * People at work: some members write at a steady rate, some listen closely, and what comes out is how long each
 * edit took to arrive, what it cost the server, and how much of a core the driver itself needed.
 */
import * as Y from 'yjs';
import { ClockReader, EditMaker, type ItemId } from './edits.ts';
import type { Member } from './member.ts';
import type { ServerProcess } from './process.ts';
import { type Spread, spread } from './statistics.ts';

export interface Load {
  readonly process: ServerProcess;
  readonly writers: readonly Writer[];
  /** Those who listen closely, each with the writers it hears. */
  readonly listeners: readonly Listener[];
  /** Members that each edit reaches. */
  readonly receivers: number;
  readonly editsPerSecond: number;
  readonly warmUpMs: number;
  readonly forMs: number;
}

export interface Writer {
  readonly member: Member;
  readonly maker: EditMaker;
}

interface Listener {
  readonly member: Member;
  readonly hears: readonly Writer[];
}

export interface Measured {
  readonly latency: Spread;
  /** Edits made, and how often one was delivered. */
  readonly edits: number;
  readonly delivered: number;
  readonly deliveredPerSecond: number;
  /** Share of a core. */
  readonly serverCpu: number;
  readonly driverCpu: number;
  readonly cpuMsPerThousand: number;
  readonly maxDelayMs: number;
  /** Share of the edits that a close listener had not heard when the time was up. */
  readonly missing: number;
}

/** Finds what is to be replaced first when a node is moved. */
export function positionItems(state: Uint8Array): (node: string) => ItemId {
  const doc = new Y.Doc();
  if (state.length > 0) Y.applyUpdate(doc, state);
  const nodes = doc.getMap('nodes') as Y.Map<Y.Map<unknown>>;
  return (node) => nodes.get(node)?._map.get('position')?.lastId ?? { client: 1, clock: 0 };
}

let lastClient = 1_000;

/** Client ids of the driver never meet those a server picks at random. */
export function newWriter(member: Member, first: ItemId): Writer {
  lastClient += 1;
  return { member, maker: new EditMaker(lastClient, first) };
}

export async function measure(load: Load): Promise<Measured> {
  const { process: server, writers, listeners, editsPerSecond, forMs, warmUpMs } = load;
  const sentAt = new Map(writers.map(({ maker }) => [maker.client, [] as number[]]));
  const firstClock = new Map(writers.map(({ maker }) => [maker.client, maker.clock]));
  const latencies: number[] = [];
  let measuredFrom = Number.POSITIVE_INFINITY;
  const reader = new ClockReader();
  // One's own edits come back now and then, with others' in a frame; they do not count.
  const heard = listeners.map(({ hears }) => new Map(hears.map(({ maker }) => [maker.client, maker.clock])));
  for (const [index, { member }] of listeners.entries()) {
    const clocks = heard[index] ?? new Map<number, number>();
    member.listen((update) => {
      const now = performance.now();
      reader.read(update, (client, end) => {
        const from = clocks.get(client);
        const times = sentAt.get(client);
        const first = firstClock.get(client);
        if (from === undefined || times === undefined || first === undefined) return;
        for (let clock = from; clock < end; clock += 1) {
          const at = times[clock - first] ?? now;
          if (at >= measuredFrom) latencies.push(now - at);
        }
        if (end > from) clocks.set(client, end);
      });
    });
  }

  const pause = 1_000 / (editsPerSecond / writers.length);
  const began = performance.now();
  const due = writers.map((_, index) => began + (pause * index) / writers.length);
  let isOver = false;
  let edits = 0;
  const beat = () => {
    if (isOver) return;
    const now = performance.now();
    for (const [index, { member, maker }] of writers.entries()) {
      let at = due[index] ?? now;
      if (at > now) continue;
      const updates: Uint8Array[] = [];
      // A driver that was held up does not make up for more than it can send at once.
      for (; at <= now && updates.length < 64; at += pause) {
        updates.push(maker.next());
        sentAt.get(maker.client)?.push(now);
      }
      due[index] = at;
      if (now >= measuredFrom) edits += updates.length;
      member.edit(updates);
    }
    setTimeout(beat, 1);
  };
  beat();
  await pauseFor(warmUpMs);
  const before = await inTime(server.usage());
  const driverBefore = process.cpuUsage();
  const fromMs = performance.now();
  measuredFrom = fromMs;
  await pauseFor(forMs);
  const after = await inTime(server.usage());
  const driver = process.cpuUsage(driverBefore);
  const tookMs = performance.now() - fromMs;
  isOver = true;
  if (before === null || after === null) {
    for (const { member } of listeners) member.raw.onMessage = null;
    return OVERWHELMED;
  }
  const heardInTime = latencies.length;
  // What is on its way still counts as slow, not as lost.
  await pauseFor(Math.min(1_000, forMs));
  for (const { member } of listeners) member.raw.onMessage = null;
  const heardByEach =
    listeners.reduce((sum, { hears }) => sum + hears.length, 0) / Math.max(1, listeners.length);
  const expected = edits * listeners.length * (heardByEach / Math.max(1, writers.length));
  const cpuMs = after.cpuMs - before.cpuMs;
  const share = Math.min(1, heardInTime / Math.max(1, expected));
  const delivered = edits * load.receivers * share;
  return {
    latency: spread(latencies),
    edits,
    delivered,
    deliveredPerSecond: (delivered / tookMs) * 1_000,
    serverCpu: cpuMs / (after.at - before.at),
    driverCpu: (driver.user + driver.system) / 1_000 / tookMs,
    cpuMsPerThousand: (cpuMs / Math.max(1, delivered)) * 1_000,
    maxDelayMs: after.maxDelayMs,
    missing: Math.max(0, 1 - latencies.length / Math.max(1, expected)),
  };
}

/** How long a server may take to say what it has used before it counts as overwhelmed. */
const ANSWER_MS = 8_000;

/** Null where there was no answer in time. */
export function inTime<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  return Promise.race([answer, pauseFor(ANSWER_MS).then(() => null)]);
}

/** Of a server that did not even answer. */
const OVERWHELMED: Measured = {
  latency: spread([Number.POSITIVE_INFINITY]),
  edits: 0,
  delivered: 0,
  deliveredPerSecond: 0,
  serverCpu: Number.NaN,
  driverCpu: Number.NaN,
  cpuMsPerThousand: Number.NaN,
  maxDelayMs: Number.POSITIVE_INFINITY,
  missing: 1,
};

export const pauseFor = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
