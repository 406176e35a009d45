/**
 * Which spots hold a net together, by one depth-first walk that notes for each how far back its subtree
 * reaches. After J. Hopcroft and R. Tarjan, "Algorithm 447: Efficient algorithms for graph manipulation",
 * Communications of the ACM 16 (6), 1973. Linear in spots and joins; without recursion, so that a long chain
 * does not exhaust the stack.
 */
import type { Net, NetNode } from './net.ts';

export interface Visit<Id extends string> {
  readonly id: Id;
  /** Where the walk came from; null where it began. */
  readonly parent: Visit<Id> | null;
  /** Places in the order of entering: those of a subtree run from `entered` to before `left`. */
  readonly entered: number;
  left: number;
  /** The earliest place that a join of the subtree leads to. */
  low: number;
}

/** A visit of every spot, in the order of entering. Where `root` is given, the walk begins there. */
export function walk<Id extends string>(net: Net<Id>, root?: Id): Visit<Id>[] {
  const order: Visit<Id>[] = [];
  const visits = new Map<NetNode<Id>, Visit<Id>>();
  const trail: { spot: NetNode<Id>; visit: Visit<Id>; next: number }[] = [];
  const enter = (spot: NetNode<Id>, parent: Visit<Id> | null) => {
    const entered = order.length;
    const visit = { id: spot.id, parent, entered, left: entered + 1, low: entered };
    order.push(visit);
    visits.set(spot, visit);
    trail.push({ spot, visit, next: 0 });
  };
  const first = root === undefined ? [] : [net.at(root)];
  for (const start of [...first, ...net.spots.values()]) {
    if (!visits.has(start)) enter(start, null);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const { spot, visit } = top;
      const neighbour = spot.neighbours[top.next];
      top.next += 1;
      if (neighbour === undefined) {
        trail.pop();
        visit.left = order.length;
        if (visit.parent !== null) visit.parent.low = Math.min(visit.parent.low, visit.low);
        continue;
      }
      const seen = visits.get(neighbour);
      if (seen === undefined) enter(neighbour, visit);
      else visit.low = Math.min(visit.low, seen.entered);
    }
  }
  return order;
}

/** Whether nothing but its parent joins the subtree to the rest. */
export function hangsOnParent<Id extends string>({ parent, low }: Visit<Id>): boolean {
  return parent !== null && low >= parent.entered;
}
