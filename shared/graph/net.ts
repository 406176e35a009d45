/**
 * A net of ids without directions, for questions about connection. What it answers does not depend on the
 * order in which it was made, save the order of lists.
 */
export interface NetNode<Id extends string> {
  readonly id: Id;
  readonly neighbours: NetNode<Id>[];
}

export class Net<Id extends string> {
  readonly spots = new Map<Id, NetNode<Id>>();

  /** The spot of an id, which is added if it is new. */
  at(id: Id): NetNode<Id> {
    const known = this.spots.get(id);
    if (known !== undefined) return known;
    const spot = { id, neighbours: [] };
    this.spots.set(id, spot);
    return spot;
  }

  join(one: Id, other: Id): void {
    const [a, b] = [this.at(one), this.at(other)];
    a.neighbours.push(b);
    b.neighbours.push(a);
  }

  /** The connected parts, each as its ids. */
  parts(): Id[][] {
    const seen = new Set<NetNode<Id>>();
    const parts: Id[][] = [];
    for (const start of this.spots.values()) {
      if (seen.has(start)) continue;
      const part = new Set([start]);
      for (const spot of part) {
        seen.add(spot);
        for (const next of spot.neighbours) part.add(next);
      }
      parts.push([...part].map(({ id }) => id));
    }
    return parts;
  }
}
