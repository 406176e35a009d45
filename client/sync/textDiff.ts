/**
 * The smallest single edit between two texts, and how remote edits shift an index. Pure. Indexes count UTF-16
 * code units, as inputs and Yjs do, and never split a surrogate pair.
 */

/** At `index`, `remove` units go and `insert` comes. */
export interface TextEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** One step of a Yjs text delta, as far as plain text needs it. */
export interface DeltaStep {
  readonly retain?: number | undefined;
  readonly insert?: unknown;
  readonly delete?: number | undefined;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * What turned `before` into `after`; null when nothing did. `caret` is where the caret stands in `after`:
 * in a run of equal letters it tells which one was typed.
 */
export function diffText(before: string, after: string, caret: number = after.length): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const longestSuffix = Math.min(shorter, Math.max(0, after.length - caret));
  let suffix = 0;
  while (suffix < longestSuffix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
  let prefix = 0;
  while (prefix < shorter - suffix && before[prefix] === after[prefix]) prefix++;
  // The caret may have hidden a longer common end, as when text before the caret is replaced from outside.
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix--;
  if (suffix > 0 && isLowSurrogate(before.charCodeAt(before.length - suffix))) suffix--;
  return {
    index: prefix,
    remove: before.length - prefix - suffix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

/** Where an index lies after a remote edit. An index at an insertion stays before it. */
export function shiftIndex(index: number, delta: readonly DeltaStep[]): number {
  let at = 0;
  let shifted = index;
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain;
    else if (typeof step.insert === 'string') {
      if (at < shifted) shifted += step.insert.length;
      at += step.insert.length;
    } else if (step.delete !== undefined) {
      if (at < shifted) shifted = Math.max(at, shifted - step.delete);
    }
    if (at > shifted) break;
  }
  return shifted;
}
