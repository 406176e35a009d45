/** The delete set at the end of an update, as Yjs writes one (yjs 13.6, version 1, `DeleteSet.js` writeDeleteSet). */
import * as encoding from 'lib0/encoding';

/** Clocks of one client, up to `end` and without it. */
export interface Range {
  readonly clock: number;
  end: number;
}

/** The highest client ids first, as Yjs writes them. */
export const byClient = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => b - a;

/** Ranges in any order; what touches is written as one. */
export function writeDeletions(encoder: encoding.Encoder, deleted: ReadonlyMap<number, Range[]>): void {
  encoding.writeVarUint(encoder, deleted.size);
  for (const [client, unordered] of [...deleted].sort(byClient)) {
    const ranges: Range[] = [];
    for (const range of unordered.sort((a, b) => a.clock - b.clock)) {
      const last = ranges.at(-1);
      if (last !== undefined && range.clock <= last.end) last.end = Math.max(last.end, range.end);
      else ranges.push(range);
    }
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, end } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, end - clock);
    }
  }
}
