/**
 * What a plain commit is in the journal: the records, activity and updates of one board, as JSON with the bytes
 * of the updates behind it. Commits that do anything else, or are large, are not plain and go straight into the
 * tables.
 */
import type { ElementRecord } from '../../shared/model/element.ts';
import type { BoardId, Viewpoint } from '../../shared/model/ids.ts';
import type { ActivityRow, BoardCommit } from './store.ts';

/** More than so many records are written once, into the tables, rather than twice. */
const MOST_RECORDS = 64;
const MOST_BYTES = 64 * 1024;

export interface Append {
  readonly viewpoint: Viewpoint;
  readonly bytes: Uint8Array;
}

export interface Entry {
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
export interface EntryText extends Omit<Entry, 'appends'> {
  readonly appends: readonly (readonly [Viewpoint, number])[];
}

/** The entry of a plain commit; null for any other. */
export function entryOf(commit: BoardCommit): Entry | null {
  const { board, meta, put, removed, binned, unbinned, forgotten = [], activity, views } = commit;
  if (meta !== undefined || removed.length + binned.length + unbinned.length + forgotten.length > 0)
    return null;
  if (put.length > MOST_RECORDS) return null;
  const appends: Append[] = [];
  for (const { viewpoint, row, snapshot, append } of views) {
    if (row !== undefined || snapshot !== undefined) return null;
    if (append === undefined) continue;
    if (append.length > MOST_BYTES) return null;
    appends.push({ viewpoint, bytes: append });
  }
  return { board, put, activity, appends };
}

export function rowOf(entries: readonly Entry[]): EntriesRow {
  const texts = entries.map(({ appends, ...entry }): EntryText => {
    return { ...entry, appends: appends.map(({ viewpoint, bytes }) => [viewpoint, bytes.length]) };
  });
  const chunks = entries.flatMap(({ appends }) => appends.map(({ bytes }) => bytes));
  return { text: JSON.stringify(texts), bytes: Buffer.concat(chunks) };
}

/** The entries of a row whose text has been parsed. */
export function entriesOf(texts: readonly EntryText[], bytes: Uint8Array): Entry[] {
  const parts = cut(
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
export function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  let end = 0;
  return lengths.map((length) => {
    end += length;
    return bytes.subarray(end - length, end);
  });
}

/** What several entries of one board, in order, come to: each record once, as it is last. */
export function summed(board: BoardId, entries: readonly Entry[]): Entry {
  const put = new Map(entries.flatMap((entry) => entry.put).map((element) => [element.id, element]));
  return {
    board,
    put: [...put.values()],
    activity: entries.flatMap(({ activity }) => activity),
    appends: entries.flatMap(({ appends }) => appends),
  };
}
