/**
 * A small board with people at it, everything quiet, and what they are sent read back from the frames.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { ConnectionHandle } from '../../../../server/room/connectionHandle.ts';
import type { CloseCode } from '../../../../shared/closeCodes.ts';
import type { ElementRecord } from '../../../../shared/model/element.ts';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';
import { namedPolicy, type Policy } from '../../../../shared/policies/policies.ts';
import { MESSAGE, type Notice, type Role } from '../../../../shared/protocol.ts';
import { smallBoard } from '../../../helpers/smallBoard.ts';
import { type Client, World } from '../../../helpers/world.ts';

export interface Setting {
  readonly policy?: Policy;
  /** Besides the small board. */
  readonly more?: readonly ElementRecord[];
}

export async function openRoom({
  policy = namedPolicy('detached'),
  more = [],
}: Setting = {}): Promise<World> {
  return World.create({ seed: 1, policy, elements: [...smallBoard(), ...more] });
}

/** Connects one client more, until nothing is under way. */
export async function join(world: World, viewpoint: string, role?: Role): Promise<Client> {
  const client = world.client(viewpoint as Viewpoint, role);
  await client.connect();
  await world.quiet();
  return client;
}

export function record(world: World, id: string): ElementRecord | undefined {
  return world.room.board.graph.get(id as ElementId);
}

export function shows(client: Client, id: string): boolean {
  return client.nodes.has(id) || client.links.has(id);
}

export function labelOf(client: Client, id: string): Y.Text {
  const element = client.nodes.get(id) ?? client.links.get(id);
  const label = element?.get('label');
  if (!(label instanceof Y.Text)) throw new RangeError(`${id} has no label.`);
  return label;
}

export function put(client: Client, id: string, fields: Record<string, unknown>): void {
  const map = new Y.Map<unknown>(Object.entries(fields));
  client.act(() => ('source' in fields ? client.links : client.nodes).set(id, map));
}

export function set(client: Client, id: string, field: string, value: unknown): void {
  client.act(() => (client.nodes.get(id) ?? client.links.get(id))?.set(field, value));
}

export function refusals(client: Client): Omit<Extract<Notice, { type: 'refused' }>, 'type'>[] {
  return client.notices.flatMap((notice) =>
    notice.type === 'refused' ? [{ elements: notice.elements, reason: notice.reason }] : [],
  );
}

export type Read =
  | { type: 'step1'; bytes: Uint8Array }
  | { type: 'step2' | 'update'; update: Uint8Array }
  | { type: 'presence'; entries: { client: number; clock: number; state: Record<string, unknown> | null }[] }
  | { type: 'notice'; notice: Notice };

export function readFrame(frame: Uint8Array): Read {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE.notice) return { type: 'notice', notice: JSON.parse(decoding.readVarString(decoder)) };
  if (type === MESSAGE.awareness) {
    const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    const count = decoding.readVarUint(inner);
    const entries = Array.from({ length: count }, () => ({
      client: decoding.readVarUint(inner),
      clock: decoding.readVarUint(inner),
      state: JSON.parse(decoding.readVarString(inner)) as Record<string, unknown> | null,
    }));
    return { type: 'presence', entries };
  }
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === 0) return { type: 'step1', bytes };
  return { type: step === 1 ? 'step2' : 'update', update: bytes };
}

/** What a client is sent while something happens. */
export async function sentDuring(client: Client, happening: () => unknown): Promise<Read[]> {
  const before = client.received.length;
  await happening();
  return client.received.slice(before).map(readFrame);
}

/** The same board and people after the room was closed and loaded again. */
export async function restart(world: World): Promise<void> {
  for (const client of world.clients) client.disconnect();
  await world.start();
  for (const client of world.clients) if (!client.isOut) await client.connect();
  await world.quiet();
}

export interface BareConnection {
  readonly handle: ConnectionHandle;
  readonly frames: Uint8Array[];
  readonly closes: CloseCode[];
}

/** A connection without a page behind it, of the same person as a client's. */
export async function bareConnection(
  world: World,
  { name, role, viewpoint }: Client,
): Promise<BareConnection> {
  const frames: Uint8Array[] = [];
  const closes: CloseCode[] = [];
  const principal = { session: name, invite: name, role, home: viewpoint, viewpoint };
  const transport = {
    send: (frame: Uint8Array) => frames.push(frame),
    close: (code: CloseCode) => closes.push(code),
  };
  const taken = await world.room.join(principal, transport);
  if (taken === null) throw new RangeError(`There is no viewpoint ${viewpoint}.`);
  return { handle: taken, frames, closes };
}
