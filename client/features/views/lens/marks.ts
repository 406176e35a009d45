/** How elements are marked under a lens, or under two that are compared, and how many there are of each. Pure. */
import type { ElementId } from '../../../../shared/model/ids.ts';
import { GHOST } from '../../../state/scene/nodeData.ts';

export interface Marked {
  /** Only what is marked: what both see, or the one lens shows, is drawn as it is. */
  readonly marks: ReadonlyMap<string, string>;
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

const ONLY_A = 'is-only-a';
const ONLY_B = 'is-only-b';

/** `b` is null under a single lens: then `both` counts what it shows. */
export function lensMarks(
  ids: Iterable<ElementId>,
  { a, b }: { a: ReadonlySet<ElementId>; b: ReadonlySet<ElementId> | null },
): Marked {
  const marks = new Map<string, string>();
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const id of ids) {
    const [inA, inB] = [a.has(id), b === null ? a.has(id) : b.has(id)];
    if (inA && inB) both += 1;
    else if (inA) {
      onlyA += 1;
      marks.set(id, ONLY_A);
    } else if (inB) {
      onlyB += 1;
      marks.set(id, ONLY_B);
    } else marks.set(id, GHOST);
  }
  return { marks, both, onlyA, onlyB, neither: marks.size - onlyA - onlyB };
}
