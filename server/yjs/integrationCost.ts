/**
 * How long an update takes to integrate, estimated before any of it is. Yjs finds where an item belongs by walking
 * over what others put after the same neighbour; it walks far only where many items were put at one spot without
 * knowing of each other. No page does that to itself: each item is put beside those it has already. So items that
 * claim not to know what came with them are counted as walking over all of it, and an update that would walk too far
 * is refused.
 *
 * The walk is that of `Item.integrate` in yjs 13.6; splitting an item moves those behind it in one array.
 */
import * as Y from 'yjs';
import { covers, findStruct, type Struct } from './structs.ts';
import { IntegrityError, type ReadUpdate } from './updateIntegrity.ts';

/** Measured at up to 0.4 µs each. A page's own changes take next to none, a long absence some thousands. */
const MAX_STEPS = 500_000;
/** What so few items of one sequence can cost each other is not worth a closer look. */
const SHORT_SEQUENCE = 32;
/** Moving this many entries of an array costs about a step. */
const MOVED_PER_STEP = 8_192;

/** A sequence in which items have an order: one text, or one key of one map. */
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

/** Throws an IntegrityError for an update that may take too many steps; answers how many it may take. */
export function checkIntegrationCost(input: CostInput): number {
  const budget = new StepBudget();
  for (const [client, ranges] of input.read.ds.clients) {
    const count = lengthOf(input, client) + ranges.length;
    budget.spend(ranges.length * (1 + Math.floor(count / MOVED_PER_STEP)));
  }
  const [only] = input.order;
  if (only instanceof Y.Item && input.order.length === 1) {
    const sequence = sequenceOfNew(only, input);
    if (sequence !== null) budget.spend(1 + walk(only, { ...sequence, input, maxSteps: budget.left }));
    return MAX_STEPS - budget.left;
  }
  for (const [{ holder, key }, items] of sequences(input)) {
    if (items.length <= SHORT_SEQUENCE) {
      budget.spend(items.length * items.length);
      for (const item of items) budget.spend(walk(item, { input, holder, key, maxSteps: budget.left }));
    } else new SequenceOrder({ input, holder, key, budget }).take(items);
  }
  return MAX_STEPS - budget.left;
}

class StepBudget {
  left = MAX_STEPS;

  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new IntegrityError('too much at one place');
  }
}

interface InputSequence extends Sequence {
  readonly input: CostInput;
}

/** Null for an item that the doc has already, or that leaves no trace but its length. */
function sequenceOfNew(item: Y.Item, { doc, sequenceOf }: CostInput): Sequence | null {
  const isKnown = item.id.clock + item.length <= Y.getState(doc.store, item.id.client);
  return isKnown ? null : sequenceOf(item);
}

/** The new items of each sequence, in the order in which they will be integrated. */
function sequences(input: CostInput): Map<Sequence, Y.Item[]> {
  const known = new Map<object, Map<string | null, Y.Item[]>>();
  const found = new Map<Sequence, Y.Item[]>();
  for (const struct of input.order) {
    if (!(struct instanceof Y.Item)) continue;
    const sequence = sequenceOfNew(struct, input);
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
 * The items of one sequence as their writer saw them. An item states the two neighbours between which it was put. To
 * its writer they stood side by side; an item whose stated neighbours cannot have stood so is misplaced.
 */
class SequenceOrder {
  readonly #sequence: InputSequence;
  readonly #budget: StepBudget;
  /** What stands right of an item, as the update has stated so far. */
  readonly #next = new Map<string, string>();
  /** Of each item of the doc, the right neighbour that was first stated by an item put after it. */
  readonly #ends = new Map<string, Y.ID | null>();
  /** Misplaced items, and those put after them. */
  readonly #misplaced = new Set<Struct>();
  #count = 0;

  constructor({ budget, ...sequence }: InputSequence & { budget: StepBudget }) {
    this.#sequence = sequence;
    this.#budget = budget;
  }

  take(items: readonly Y.Item[]): void {
    for (const item of items) {
      this.#budget.spend(1 + this.#cost(item));
      this.#count += 1;
    }
  }

  #cost(item: Y.Item): number {
    const { input } = this.#sequence;
    const { origin } = item;
    const from = nameOf(origin, START);
    const to = nameOf(item.rightOrigin, END);
    const before =
      origin === null ? undefined : findStruct(input.read.byClient.get(origin.client), origin.clock);
    const isNew = origin !== null && origin.clock >= Y.getState(input.doc.store, origin.client);
    const expected = this.#next.get(from) ?? (isNew ? followerIn(before, origin) : undefined);
    const followsMisplaced = before !== undefined && this.#misplaced.has(before);
    const isMisplaced = followsMisplaced || (expected === undefined ? isNew : expected !== to);
    if (isMisplaced) this.#misplaced.add(item);
    else {
      this.#next.set(from, nameOf(item.id, START));
      this.#next.set(nameOf(item.lastId, START), to);
    }
    const end = this.#ends.get(from) ?? item.rightOrigin;
    if (!isNew && !isMisplaced) this.#ends.set(from, end);
    const steps = isNew
      ? 0
      : walk(item, { ...this.#sequence, end: isMisplaced ? null : end, maxSteps: this.#budget.left });
    return steps + (isMisplaced || steps > 0 ? this.#count : this.#misplaced.size);
  }
}

function nameOf(id: Y.ID | null, none: string): string {
  return id === null ? none : `${id.client} ${id.clock}`;
}

/** Inside a run of characters the next one follows. */
function followerIn(run: Struct | undefined, { client, clock }: Y.ID): string | undefined {
  return run !== undefined && clock < run.id.clock + run.length - 1 ? `${client} ${clock + 1}` : undefined;
}

/** How many items of the doc lie where an item is to be put, counted up to `maxSteps` and a little beyond. */
function walk(
  { origin, rightOrigin }: Y.Item,
  {
    input,
    holder,
    key,
    end = rightOrigin,
    maxSteps,
  }: InputSequence & { end?: Y.ID | null; maxSteps: number },
): number {
  const { doc } = input;
  let steps = 0;
  const passed = new Set<Struct>();
  let at: Y.Item | null;
  if (origin === null) {
    if (!(holder instanceof Y.AbstractType)) return 0;
    at = key === null ? holder._start : (holder._map.get(key) ?? null);
    for (; key !== null && at?.left != null && steps <= maxSteps; at = at.left) steps += 1;
  } else {
    const before = findStruct(doc.store.clients.get(origin.client), origin.clock);
    if (!(before instanceof Y.Item)) return 0;
    const isInside = origin.clock < before.id.clock + before.length - 1;
    if (isInside) {
      steps += Math.floor(lengthOf(input, origin.client) / MOVED_PER_STEP);
      if (end !== null && end.client === origin.client && end.clock === origin.clock + 1) return steps;
      steps += 1;
      passed.add(before);
      if (end !== null && covers(before, end)) return steps;
    }
    at = before.right;
  }
  for (; at !== null && steps <= maxSteps; at = at.right) {
    if (end !== null && covers(at, end)) break;
    const isSibling = Y.compareIDs(at.origin, origin);
    const above =
      at.origin === null ? undefined : findStruct(doc.store.clients.get(at.origin.client), at.origin.clock);
    if (!isSibling && (above === undefined || !passed.has(above))) break;
    passed.add(at);
    steps += 1;
  }
  return steps;
}

function lengthOf({ doc, read }: CostInput, client: number): number {
  return (doc.store.clients.get(client)?.length ?? 0) + (read.byClient.get(client)?.length ?? 0);
}
