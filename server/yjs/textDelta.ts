/** Text deltas: read from a Yjs event, and made from two texts. Lengths count UTF-16 code units, as Yjs does. */
import type * as Y from 'yjs';
import type { DeltaPart, TextDelta } from './edits.ts';

/** Reads what a Y.Text event reports; null when it holds anything but characters. */
export function parseDelta(delta: Y.YEvent<Y.Text>['delta']): TextDelta | null {
  const parts: DeltaPart[] = [];
  for (const { retain, insert, delete: removed } of delta) {
    if (typeof retain === 'number') parts.push({ retain });
    else if (typeof insert === 'string') parts.push({ insert });
    else if (typeof removed === 'number') parts.push({ delete: removed });
    else return null;
  }
  return parts;
}

/** The one replacement that turns a text into another; empty when they are equal. Keeps surrogate pairs whole. */
export function difference(before: string, after: string): TextDelta {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1;
  const parts: DeltaPart[] = [];
  if (start > 0) parts.push({ retain: start });
  if (before.length - end > start) parts.push({ delete: before.length - end - start });
  if (after.length - end > start) parts.push({ insert: after.slice(start, after.length - end) });
  return parts;
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
