/**
 * Whether an update integrates whole: decoded as Yjs will decode it, each client's structs without a gap, everything
 * they refer to present, nothing deleted that does not exist. What the structs hold is not looked at.
 */
import * as Y from 'yjs';
import { findStruct, type Struct, type Structs } from './structs.ts';

/** Structs of one update: a page makes a handful; a long absence some thousands. */
const MAX_STRUCTS = 200_000;
/** Client ids of one update: a page takes a new one each time it is loaded, and may be offline meanwhile. */
const MAX_CLIENTS = 1_000;

type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;

export interface ReadUpdate extends DecodedUpdate {
  readonly byClient: Structs;
}

/** An update that no sound client sends; its message says why, without what it holds. */
export class IntegrityError extends Error {}
/** An update that builds on something that may still be on its way. */
export class MissingDependencyError extends IntegrityError {}

/** Throws an IntegrityError for an update that Yjs would read otherwise, and other errors for what is no update. */
export function readUpdate(update: Uint8Array): ReadUpdate {
  const decoded = Y.decodeUpdateV2(update, Reader);
  return { ...decoded, byClient: groupByClient(decoded.structs) };
}

/**
 * Throws an IntegrityError unless applying the update to the doc leaves nothing pending. Answers the structs in an
 * order in which each comes after what it refers to.
 */
export function checkIntegrates(read: ReadUpdate, doc: Y.Doc): readonly Struct[] {
  checkContinuity(read.byClient, doc);
  const order = checkDependencies(read, doc);
  checkDeletions(read, doc);
  return order;
}

/** Counts while it decodes. Of a client id that comes twice, Yjs would take the structs that come last only. */
class Reader extends Y.UpdateDecoderV1 {
  readonly #clients = new Set<number>();
  #structs = 0;

  override readClient(): number {
    const client = super.readClient();
    if (this.#clients.has(client)) throw new IntegrityError('a client id that comes twice');
    if (this.#clients.add(client).size > MAX_CLIENTS) throw new IntegrityError('too many client ids');
    return client;
  }

  override readInfo(): number {
    this.#structs += 1;
    if (this.#structs > MAX_STRUCTS) throw new IntegrityError('too many structs');
    return super.readInfo();
  }
}

function groupByClient(structs: readonly Struct[]): Map<number, Struct[]> {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) && !(struct instanceof Y.GC))
      throw new IntegrityError('a gap in the clocks');
    const list = byClient.get(struct.id.client);
    if (list === undefined) byClient.set(struct.id.client, [struct]);
    else list.push(struct);
  }
  return byClient;
}

/** Each client's structs follow its known clock without a gap. */
function checkContinuity(byClient: Structs, doc: Y.Doc): void {
  for (const [client, structs] of byClient) {
    const known = Y.getState(doc.store, client);
    let next = structs[0]?.id.clock ?? 0;
    if (next > known) throw new MissingDependencyError('a gap in the clocks');
    for (const { id, length } of structs) {
      if (id.clock !== next || length <= 0) throw new IntegrityError('a gap in the clocks');
      next = id.clock + length;
      if (!Number.isSafeInteger(next) || next > 2 ** 40) throw new IntegrityError('a clock out of range');
    }
  }
}

/**
 * Everything that an item refers to is in the doc, or comes earlier in the order in which Yjs will integrate. A client
 * whose next struct must wait is looked at again once what it waits for has passed, and not before.
 */
function checkDependencies({ structs, byClient }: ReadUpdate, doc: Y.Doc): readonly Struct[] {
  const [only] = structs;
  if (only !== undefined && structs.length === 1) {
    // Most updates by far: nothing to put in order.
    if (missingTo(only, (client) => Y.getState(doc.store, client)) !== null)
      throw new MissingDependencyError('a dependency is missing');
    return structs;
  }
  const order: Struct[] = [];
  const reached = new Map<number, number>();
  const state = (client: number) => reached.get(client) ?? Y.getState(doc.store, client);
  const passed = new Map<number, number>();
  const waiting = new Map<Struct, number[]>();
  const ready = [...byClient.keys()];
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const structs = byClient.get(client) ?? [];
    for (let index = passed.get(client) ?? 0; ; index += 1) {
      passed.set(client, index);
      const struct = structs[index];
      if (struct === undefined) break;
      const missing = missingTo(struct, state);
      if (missing !== null) {
        const awaited = findStruct(byClient.get(missing.client), missing.clock);
        if (awaited === undefined) throw new MissingDependencyError('a dependency is missing');
        waiting.set(awaited, [...(waiting.get(awaited) ?? []), client]);
        break;
      }
      reached.set(client, Math.max(state(client), struct.id.clock + struct.length));
      order.push(struct);
      ready.push(...(waiting.get(struct) ?? []));
    }
  }
  for (const [client, structs] of byClient) {
    if (passed.get(client) !== structs.length) throw new MissingDependencyError('a dependency is missing');
  }
  return order;
}

/** The first thing a struct refers to that has not been reached. */
function missingTo(struct: Struct, state: (client: number) => number): Y.ID | null {
  if (!(struct instanceof Y.Item)) return null;
  for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
    if (id instanceof Y.ID && id.clock >= state(id.client)) return id;
  }
  return null;
}

/** Only what exists, or comes with the update, may be deleted: Yjs would keep any other deletion pending. */
function checkDeletions({ ds, byClient }: ReadUpdate, doc: Y.Doc): void {
  let ranges = 0;
  for (const [client, deletions] of ds.clients) {
    const last = byClient.get(client)?.at(-1);
    const end = Math.max(Y.getState(doc.store, client), last === undefined ? 0 : last.id.clock + last.length);
    for (const { clock, len } of deletions) {
      ranges += 1;
      if (!(len > 0) || clock + len > end)
        throw new MissingDependencyError('a deletion of what does not exist');
    }
  }
  if (ranges > MAX_STRUCTS) throw new IntegrityError('too many deletions');
}
