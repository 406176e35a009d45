/**
 * Which view shows what, maintained incrementally as the board changes. Two indexes make a change cost what it touches:
 * from an element to the views that show it, and from what rules read to the views whose answer depends on
 * it. A view whose scope is untouched is asked only about the elements at hand. Long, since both indexes are
 * kept right by the same steps.
 */

import type { Graph } from '../../shared/graph/graph.ts';
import { MultiMap } from '../../shared/graph/multiMap.ts';
import { type ElementRecord, isLink, type LinkRecord, type NodeRecord } from '../../shared/model/element.ts';
import type { ElementId, Viewpoint } from '../../shared/model/ids.ts';
import type { Access } from '../../shared/protocol.ts';
import { accessTo } from '../../shared/rights/rights.ts';
import { sameAnchors } from '../../shared/visibility/anchors.ts';
import { ownersSeen, type Scope, scopeOf } from '../../shared/visibility/scope.ts';
import {
  type Dependencies,
  type Dependency,
  dependenciesOn,
  ownerDependency,
} from '../../shared/visibility/trackedGraph.ts';
import { ViewpointVisibility, viewpointVisibility } from '../../shared/visibility/viewpointVisibility.ts';
import type { Change } from '../board/board.ts';
import type { View } from './view.ts';

/** Elements whose visibility in a view must be evaluated again. */
type DirtyElements = Set<ElementId>;

export class VisibilityIndex {
  readonly #graph: Graph;
  readonly #open = new Map<Viewpoint, View>();
  readonly #shownIn = new MultiMap<ElementId, View>();
  /** By id, the views whose scope depends on anything of it, and which parts. */
  readonly #dependentViews = new Map<Viewpoint, Map<View, number>>();
  /** The view whose changes are being noted, and what it came and ceased to show. */
  #observed: { readonly view: View; readonly came: Set<ElementId>; readonly went: Set<ElementId> } | null =
    null;
  /** What everyone sees, which tells what a rule shows to every viewpoint alike; null until it is asked for. */
  #everyone: ViewpointVisibility | null = null;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  views(): Iterable<View> {
    return this.#open.values();
  }

  view(viewpoint: Viewpoint): View | undefined {
    return this.#open.get(viewpoint);
  }

  /** Adds a view, which is kept current from now on. Its doc is marked to be compared as a whole. */
  open(view: View): void {
    this.#open.set(view.viewpoint, view);
    this.#addDependencies(view);
    this.#evaluateAll(view);
    view.markAll();
  }

  /** Removes a view. */
  close(view: View): void {
    this.#open.delete(view.viewpoint);
    this.#removeDependencies(view);
    for (const id of view.shown.keys()) this.#shownIn.delete(id, view);
  }

  /** The open views that show an element. */
  showing(id: ElementId): ReadonlySet<View> {
    return this.#shownIn.get(id);
  }

  /** Makes a view show an element that a client of it has just made, so that links to it can be judged. */
  admit(view: View, id: ElementId): void {
    this.#set(view, id, 'edit');
  }

  /** Runs an act and tells, beside its result, which elements the view came to show and ceased to show by it. */
  observe<Result>(
    view: View,
    act: () => Result,
  ): {
    readonly result: Result;
    readonly came: ReadonlySet<ElementId>;
    readonly went: ReadonlySet<ElementId>;
  } {
    const observed = { view, came: new Set<ElementId>(), went: new Set<ElementId>() };
    this.#observed = observed;
    try {
      return { result: act(), came: observed.came, went: observed.went };
    } finally {
      this.#observed = null;
    }
  }

  /** After a change of the policy: what each viewpoint sees and may do is found anew. */
  policyChanged(): void {
    for (const view of this.#open.values()) this.#renew(view);
  }

  /** After the whole board was locked or unlocked: what each viewpoint may do is found anew, not what it sees. */
  lockChanged(): void {
    for (const view of this.#open.values()) {
      for (const id of [...view.shown.keys()]) this.#set(view, id, this.#access(view, id));
    }
  }

  /** After a change of title, policy, lock or timer: every doc holds the fields of the board itself. */
  boardChanged(): void {
    for (const view of this.#open.values()) view.markBoard();
  }

  /** Updates what each view shows after records have changed, and marks where docs may differ. */
  update(changes: readonly Change[]): void {
    const dirty = new Map<View, DirtyElements>();
    const withDirtyScope = new Set<View>();
    for (const change of changes) {
      for (const view of this.showing(change.id)) view.mark(change.id);
      if (!isStructural(change)) continue;
      const dependents = new Set<View>();
      for (const key of dependencyKeys(change)) {
        for (const view of this.#dependentsOn(key)) dependents.add(view);
      }
      for (const view of dependents) withDirtyScope.add(view);
      this.#markDirty(change, { dependents, dirty });
    }
    for (const [view, elements] of dirty) {
      if (withDirtyScope.has(view) && this.#updateScope(view, elements)) continue;
      this.#evaluate(view, elements);
    }
  }

  /** Finds the views in which a change makes elements dirty. */
  #markDirty(
    change: Change,
    { dependents, dirty }: { dependents: ReadonlySet<View>; dirty: Map<View, DirtyElements> },
  ): void {
    const touched = touchedBy(change, this.#graph);
    const changesAudience = touched.some(
      ({ before, now }) => before?.audience !== undefined || now?.audience !== undefined,
    );
    for (const { id, before, now } of touched) {
      const views = new Set<View>(changesAudience ? this.#open.values() : this.showing(id));
      for (const view of dependents) views.add(view);
      for (const owner of [before?.owner, now?.owner]) {
        if (owner === undefined) continue;
        for (const view of this.#dependentsOn(ownerDependency(owner))) views.add(view);
      }
      if (now !== undefined && isLink(now)) for (const view of this.#showingBoth(now)) views.add(view);
      else if (now !== undefined && !isLink(now) && this.#isOpenToAll(now)) {
        for (const view of this.#open.values()) views.add(view);
      }
      const facilitator = this.#open.get('facilitator');
      if (facilitator !== undefined) views.add(facilitator);
      for (const view of views) {
        const known = dirty.get(view);
        if (known === undefined) dirty.set(view, new Set([id]));
        else known.add(id);
      }
    }
  }

  #isOpenToAll(node: NodeRecord): boolean {
    this.#everyone ??= viewpointVisibility(this.#graph, 'everyone');
    return this.#everyone.node(node).length > 0;
  }

  *#dependentsOn({ id, part }: Dependency): Generator<View> {
    for (const [view, parts] of this.#dependentViews.get(id) ?? []) if ((parts & part) !== 0) yield view;
  }

  *#showingBoth(link: LinkRecord): Generator<View> {
    const [few, many] = [this.showing(link.source), this.showing(link.target)].sort(
      (a, b) => a.size - b.size,
    );
    for (const view of few ?? []) if (many?.has(view)) yield view;
  }

  /**
   * Works the scope out anew. True when its anchors changed and everything was evaluated; otherwise what the
   * traversal rules show more or less than before is added to the dirty elements.
   */
  #updateScope(view: View, dirty: DirtyElements): boolean {
    const before = view.visibility.scope;
    this.#recomputeScope(view);
    const after = view.visibility.scope;
    if (!sameAnchors(before, after)) {
      this.#evaluateAll(view);
      for (const scope of [before, after]) this.#markAnchors(view, scope);
      return true;
    }
    for (const id of before.shown.keys()) if (!after.shown.has(id)) dirty.add(id);
    for (const id of after.shown.keys()) if (!before.shown.has(id)) dirty.add(id);
    return false;
  }

  /** Works the scope out anew, and evaluates everything. */
  #renew(view: View): void {
    this.#markAnchors(view, view.visibility.scope);
    this.#recomputeScope(view);
    this.#evaluateAll(view);
    this.#markAnchors(view, view.visibility.scope);
  }

  /** Marks elements of which a view says more than fields and access: disclosure where it stands, and unconfirmed. */
  #markAnchors(view: View, scope: Scope): void {
    for (const id of scope.standing) if (view.shows(id)) view.mark(id);
    for (const owner of ownersSeen(scope)) {
      for (const id of this.#graph.ownedBy(owner)) if (view.shows(id)) view.mark(id);
    }
  }

  #recomputeScope(view: View): void {
    const before = view.visibility.scope.dependencies;
    view.visibility = new ViewpointVisibility(this.#graph, scopeOf(this.#graph, view.viewpoint));
    this.#indexDependencies(view, { before, after: view.visibility.scope.dependencies });
  }

  #addDependencies(view: View): void {
    this.#indexDependencies(view, { before: NO_DEPENDENCIES, after: view.visibility.scope.dependencies });
  }

  #removeDependencies(view: View): void {
    this.#indexDependencies(view, { before: view.visibility.scope.dependencies, after: NO_DEPENDENCIES });
  }

  /** Only where it differs: a scope worked out anew depends on nearly the same. */
  #indexDependencies(view: View, { before, after }: { before: Dependencies; after: Dependencies }): void {
    for (const [id, parts] of after) {
      if (before.get(id) === parts) continue;
      const views = this.#dependentViews.get(id);
      if (views === undefined) this.#dependentViews.set(id, new Map([[view, parts]]));
      else views.set(view, parts);
    }
    for (const id of before.keys()) {
      if (after.has(id)) continue;
      const views = this.#dependentViews.get(id);
      if (views?.delete(view) && views.size === 0) this.#dependentViews.delete(id);
    }
  }

  #evaluateAll(view: View): void {
    const visible = view.visibility.all();
    for (const id of [...view.shown.keys()]) if (!visible.has(id)) this.#set(view, id, null);
    for (const id of visible.keys()) this.#set(view, id, this.#access(view, id));
  }

  /** Nodes first: whether a link is visible depends on its ends. */
  #evaluate(view: View, dirty: DirtyElements): void {
    const links = new Set<ElementId>();
    for (const id of dirty) {
      const node = this.#graph.node(id);
      if (node === undefined) {
        links.add(id);
        continue;
      }
      const wasShown = view.shows(id);
      const isShown = view.visibility.node(node).length > 0;
      if (wasShown !== isShown) for (const link of this.#graph.linksAt(node.id)) links.add(link.id);
      this.#set(view, id, isShown ? this.#access(view, id) : null);
    }
    for (const id of links) {
      const link = this.#graph.get(id);
      const isShown =
        link !== undefined && isLink(link) && view.visibility.link(link, (end) => view.shows(end)).length > 0;
      this.#set(view, id, isShown ? this.#access(view, id) : null);
    }
  }

  #access(view: View, id: ElementId): Access {
    const element = this.#graph.get(id);
    if (element === undefined) return 'read';
    const { scope } = view.visibility;
    return accessTo({ graph: this.#graph, scope, shows: (node) => view.shows(node) }, element);
  }

  /** Records whether a view shows an element, and how; marks the doc where that is new. */
  #set(view: View, id: ElementId, access: Access | null): void {
    const before = view.shown.get(id) ?? null;
    if (before === access) return;
    view.mark(id);
    if (this.#observed?.view === view && (before === null || access === null)) {
      const [to, from] = access === null ? (['went', 'came'] as const) : (['came', 'went'] as const);
      // What went and came back within the act is as it was.
      if (!this.#observed[from].delete(id)) this.#observed[to].add(id);
    }
    if (access === null) {
      view.shown.delete(id);
      this.#shownIn.delete(id, view);
    } else {
      view.shown.set(id, access);
      this.#shownIn.add(id, view);
    }
  }
}

const NO_DEPENDENCIES: Dependencies = new Map();

/** Whether a change can alter what a viewpoint sees or may do; otherwise it only alters the element's own look. */
function isStructural({ before, after }: Change): boolean {
  if (before === undefined || after === undefined) return true;
  if (before.owner !== after.owner || before.audience !== after.audience) return true;
  if (before.locked !== after.locked) return true;
  return !isLink(before) && !isLink(after) && before.disclosure !== after.disclosure;
}

/** What a scope may depend on of an element that changed. */
function dependencyKeys({ before, after }: Change): Iterable<Dependency> {
  const element = after ?? before;
  return element === undefined ? [] : dependenciesOn(element);
}

interface TouchedElement {
  readonly id: ElementId;
  readonly before: ElementRecord | undefined;
  readonly now: ElementRecord | undefined;
}

/**
 * The elements whose visibility a local rule may judge anew: a link and its ends; a node, its links and
 * members; and the groups it belongs to, which one viewpoint may see to be open and another may not.
 */
function touchedBy({ id, before, after }: Change, graph: Graph): TouchedElement[] {
  const touched: TouchedElement[] = [{ id, before, now: after }];
  const also = (other: ElementId) => {
    const now = graph.get(other);
    if (now !== undefined) touched.push({ id: other, before: now, now });
  };
  const element = after ?? before;
  if (element === undefined) return touched;
  if (isLink(element)) {
    also(element.source);
    also(element.target);
    return touched;
  }
  for (const link of graph.linksAt(element.id)) {
    also(link.id);
    if (link.kind === 'membership') also(link.source === element.id ? link.target : link.source);
  }
  return touched;
}
