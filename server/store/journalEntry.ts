/**
 * The entry of a commit in the journal: the records, activity and updates of one board, as JSON with the bytes of the
 * updates behind it. A commit that does anything else, or is large, has none and goes straight into the tables.
 */
import type { ElementRecord } from '../../shared/model/element.ts';
import type { BoardId, ElementId, Viewpoint } from '../../shared/model/ids.ts';
import type { ActivityRow, BoardCommit } from './store.ts';

/** More than so many records are written once, into the tables, rather than twice. */
const MAX_RECORDS = 64;
const MAX_BYTES = 64 * 1024;
/** Room for a few moves. */
const INITIAL_BYTES = 256;

interface Append {
  readonly viewpoint: Viewpoint;
  readonly bytes: Uint8Array;
}

export interface JournalEntry {
  readonly board: BoardId;
  readonly put: readonly ElementRecord[];
  readonly activity: readonly ActivityRow[];
  readonly appends: readonly Append[];
}

/** Entries as a row keeps them: the bytes of all updates stand end to end, in the order of the text. */
export interface EntriesRow {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** An entry in JSON: of an update it says the viewpoint and how many bytes it has. */
export interface JournalEntryText extends Omit<JournalEntry, 'appends'> {
  readonly appends: readonly (readonly [Viewpoint, number])[];
}

/** The entry of a commit; null for one that goes straight into the tables. */
export function entryOf(commit: BoardCommit): JournalEntry | null {
  const { board, meta, put, removed, binned, unbinned, forgotten = [], activity, views } = commit;
  if (meta !== undefined || removed.length + binned.length + unbinned.length + forgotten.length > 0)
    return null;
  if (put.length > MAX_RECORDS) return null;
  const appends: Append[] = [];
  for (const { viewpoint, row, snapshot, append } of views) {
    if (row !== undefined || snapshot !== undefined) return null;
    if (append === undefined) continue;
    if (append.length > MAX_BYTES) return null;
    appends.push({ viewpoint, bytes: append });
  }
  return { board, put, activity, appends };
}

export function rowOf(entries: readonly JournalEntry[]): EntriesRow {
  const texts = entries.map(({ appends, ...entry }): JournalEntryText => {
    return { ...entry, appends: appends.map(({ viewpoint, bytes }) => [viewpoint, bytes.length]) };
  });
  const chunks = entries.flatMap(({ appends }) => appends.map(({ bytes }) => bytes));
  return { text: JSON.stringify(texts), bytes: Buffer.concat(chunks) };
}

/** The entries of a row whose text has been parsed. */
export function entriesOf(texts: readonly JournalEntryText[], bytes: Uint8Array): JournalEntry[] {
  const parts = splitBytes(
    bytes,
    texts.flatMap(({ appends }) => appends.map(([, length]) => length)),
  );
  let next = 0;
  return texts.map(({ appends, ...entry }) => ({
    ...entry,
    appends: appends.map(([viewpoint]) => {
      next += 1;
      return { viewpoint, bytes: parts[next - 1] ?? new Uint8Array() };
    }),
  }));
}

/** Bytes that stand end to end, by their lengths. */
export function splitBytes(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return bytes.subarray(end - length, end);
  });
}

/** The updates of one view, end to end in one buffer that grows. */
export class UpdateLog {
  readonly viewpoint: Viewpoint;
  readonly #lengths: number[] = [];
  #buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  #end = 0;

  constructor(viewpoint: Viewpoint) {
    this.viewpoint = viewpoint;
  }

  add(update: Uint8Array): void {
    const end = this.#end + update.length;
    if (end > this.#buffer.length) {
      const more = Buffer.allocUnsafeSlow(Math.max(end, this.#buffer.length * 2));
      more.set(this.bytes);
      this.#buffer = more;
    }
    this.#buffer.set(update, this.#end);
    this.#lengths.push(update.length);
    this.#end = end;
  }

  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#end);
  }

  get lengths(): readonly number[] {
    return this.#lengths;
  }

  get updates(): Uint8Array[] {
    return splitBytes(this.bytes, this.#lengths);
  }
}

/**
 * Several entries of one board merged, in order: each record once, as it is last. Bytes are
 * copied and nothing else of the entries is kept: what waits for seconds would be moved about by garbage collection.
 */
export class MergedEntries {
  readonly board: BoardId;
  readonly #put = new Map<ElementId, ElementRecord>();
  readonly #activity: ActivityRow[] = [];
  readonly #logs = new Map<Viewpoint, UpdateLog>();

  constructor(board: BoardId) {
    this.board = board;
  }

  add({ put, activity, appends }: JournalEntry): void {
    for (const element of put) this.#put.set(element.id, element);
    for (const row of activity) this.#activity.push(row);
    for (const { viewpoint, bytes } of appends) {
      let log = this.#logs.get(viewpoint);
      if (log === undefined) {
        log = new UpdateLog(viewpoint);
        this.#logs.set(viewpoint, log);
      }
      log.add(bytes);
    }
  }

  get put(): ElementRecord[] {
    return [...this.#put.values()];
  }

  get activity(): readonly ActivityRow[] {
    return this.#activity;
  }

  get logs(): Iterable<UpdateLog> {
    return this.#logs.values();
  }

  log(viewpoint: Viewpoint): UpdateLog | undefined {
    return this.#logs.get(viewpoint);
  }
}
