/**
 * How much work an update makes, told before any of it is done. Yjs finds an item's place by walking over what
 * others put after the same neighbour; it walks far only where many wrote at one place without knowing of each
 * other. No page does that to itself: what one has, the next is put beside. So items that claim not to know
 * what came with them are counted as walking over all of it, and an update that would walk too far is refused.
 *
 * The walk is that of `Item.integrate` in yjs 13.6; splitting an item moves those behind it in one array.
 */
import * as Y from 'yjs';
import { find, IntegrityError, type ReadUpdate, type Struct } from './updateIntegrity.ts';

/** Measured at up to 0.4 µs each. A page's own changes take next to none, a long absence some thousands. */
const MAX_STEPS = 500_000;
/** What so few items of one sequence can cost each other is not worth a closer look. */
const SHORT_SEQUENCE = 32;
/** Moving this many entries of an array costs about a step. */
const MOVED_PER_STEP = 8_192;

/** One text, or one key of one map: what items have an order in. */
export interface Sequence {
  readonly holder: object;
  /** Null for a text. */
  readonly key: string | null;
}

export interface CostInput {
  readonly read: ReadUpdate;
  /** Every struct, each after those it refers to. */
  readonly order: readonly Struct[];
  readonly doc: Y.Doc;
  /** Null for an item that leaves no trace but its length. */
  readonly sequenceOf: (item: Y.Item) => Sequence | null;
}

/** Throws a Violation for an update that takes too long to put in order; answers the steps it may take. */
export function checkIntegrationCost(crowd: CostInput): number {
  const budget = new StepBudget();
  for (const [client, ranges] of crowd.read.ds.clients) {
    const count = lengthOf(crowd, client) + ranges.length;
    budget.pay(ranges.length * (1 + Math.floor(count / MOVED_PER_STEP)));
  }
  const [only] = crowd.order;
  if (only instanceof Y.Item && crowd.order.length === 1) {
    const sequence = sequenceOfNew(only, crowd);
    if (sequence !== null) budget.pay(1 + walk(only, { ...sequence, crowd, most: budget.left }));
    return MAX_STEPS - budget.left;
  }
  for (const [{ holder, key }, items] of sequences(crowd)) {
    if (items.length <= SHORT_SEQUENCE) {
      budget.pay(items.length * items.length);
      for (const item of items) budget.pay(walk(item, { crowd, holder, key, most: budget.left }));
    } else new SequenceOrder({ crowd, holder, key, budget }).take(items);
  }
  return MAX_STEPS - budget.left;
}

class StepBudget {
  left = MAX_STEPS;

  pay(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new IntegrityError('too much at one place');
  }
}

interface Stretch extends Sequence {
  readonly crowd: CostInput;
}

/** Null for an item that the doc has already, or that leaves no trace. */
function sequenceOfNew(item: Y.Item, { doc, sequenceOf }: CostInput): Sequence | null {
  const isKnown = item.id.clock + item.length <= Y.getState(doc.store, item.id.client);
  return isKnown ? null : sequenceOf(item);
}

/** The items that are new, by where they have an order, as they will be integrated. */
function sequences(crowd: CostInput): Map<Sequence, Y.Item[]> {
  const known = new Map<object, Map<string | null, Y.Item[]>>();
  const found = new Map<Sequence, Y.Item[]>();
  for (const struct of crowd.order) {
    if (!(struct instanceof Y.Item)) continue;
    const sequence = sequenceOfNew(struct, crowd);
    if (sequence === null) continue;
    const ofHolder = known.get(sequence.holder) ?? new Map<string | null, Y.Item[]>();
    const items = ofHolder.get(sequence.key);
    if (items !== undefined) {
      items.push(struct);
      continue;
    }
    const first = [struct];
    known.set(sequence.holder, ofHolder.set(sequence.key, first));
    found.set(sequence, first);
  }
  return found;
}

const START = 'start';
const END = 'end';

/**
 * Items of one sequence as their writer saw them. An item is put between two neighbours, as it says; they were
 * neighbours to whoever wrote it, unless it lies.
 */
class SequenceOrder {
  readonly #stretch: Stretch;
  readonly #budget: StepBudget;
  /** What follows a character, where the update says so. */
  readonly #next = new Map<string, string>();
  /** Where in the doc an item that follows one of the doc's own characters was first said to end. */
  readonly #ends = new Map<string, Y.ID | null>();
  /** Items that lie, and what hangs on them. */
  readonly #adrift = new Set<Struct>();
  #count = 0;

  constructor({ budget, ...stretch }: Stretch & { budget: StepBudget }) {
    this.#stretch = stretch;
    this.#budget = budget;
  }

  take(items: readonly Y.Item[]): void {
    for (const item of items) {
      this.#budget.pay(1 + this.#cost(item));
      this.#count += 1;
    }
  }

  #cost(item: Y.Item): number {
    const { crowd } = this.#stretch;
    const { origin } = item;
    const from = nameOf(origin, START);
    const to = nameOf(item.rightOrigin, END);
    const before = origin === null ? undefined : find(crowd.read.byClient.get(origin.client), origin.clock);
    const isNew = origin !== null && origin.clock >= Y.getState(crowd.doc.store, origin.client);
    const expected = this.#next.get(from) ?? (isNew ? followerIn(before, origin) : undefined);
    const isAdrift = before !== undefined && this.#adrift.has(before);
    const lies = isAdrift || (expected === undefined ? isNew : expected !== to);
    if (lies) this.#adrift.add(item);
    else {
      this.#next.set(from, nameOf(item.id, START));
      this.#next.set(nameOf(item.lastId, START), to);
    }
    const end = this.#ends.get(from) ?? item.rightOrigin;
    if (!isNew && !lies) this.#ends.set(from, end);
    const steps = isNew
      ? 0
      : walk(item, { ...this.#stretch, end: lies ? null : end, most: this.#budget.left });
    return steps + (lies || steps > 0 ? this.#count : this.#adrift.size);
  }
}

function nameOf(id: Y.ID | null, none: string): string {
  return id === null ? none : `${id.client} ${id.clock}`;
}

/** Inside a run of characters the next one follows. */
function followerIn(run: Struct | undefined, { client, clock }: Y.ID): string | undefined {
  return run !== undefined && clock < run.id.clock + run.length - 1 ? `${client} ${clock + 1}` : undefined;
}

/** How many items of the doc lie where an item is to be put, counted up to `most` and a little beyond. */
function walk(
  { origin, rightOrigin }: Y.Item,
  { crowd, holder, key, end = rightOrigin, most }: Stretch & { end?: Y.ID | null; most: number },
): number {
  const { doc } = crowd;
  let steps = 0;
  const passed = new Set<Struct>();
  let at: Y.Item | null;
  if (origin === null) {
    if (!(holder instanceof Y.AbstractType)) return 0;
    at = key === null ? holder._start : (holder._map.get(key) ?? null);
    for (; key !== null && at?.left != null && steps <= most; at = at.left) steps += 1;
  } else {
    const before = find(doc.store.clients.get(origin.client), origin.clock);
    if (!(before instanceof Y.Item)) return 0;
    const isInside = origin.clock < before.id.clock + before.length - 1;
    if (isInside) {
      steps += Math.floor(lengthOf(crowd, origin.client) / MOVED_PER_STEP);
      if (end !== null && end.client === origin.client && end.clock === origin.clock + 1) return steps;
      steps += 1;
      passed.add(before);
      if (end !== null && covers(before, end)) return steps;
    }
    at = before.right;
  }
  for (; at !== null && steps <= most; at = at.right) {
    if (end !== null && covers(at, end)) break;
    const isSibling = Y.compareIDs(at.origin, origin);
    const above =
      at.origin === null ? undefined : find(doc.store.clients.get(at.origin.client), at.origin.clock);
    if (!isSibling && (above === undefined || !passed.has(above))) break;
    passed.add(at);
    steps += 1;
  }
  return steps;
}

function covers({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length;
}

function lengthOf({ doc, read }: CostInput, client: number): number {
  return (doc.store.clients.get(client)?.length ?? 0) + (read.byClient.get(client)?.length ?? 0);
}
