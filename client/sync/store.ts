/**
 * The page's read model of a board: an immutable record per element, kept in sync with a view's doc. Knows
 * neither React nor sockets. Each transaction notifies every listener once, with the ids that changed;
 * records of unchanged elements keep their identity.
 */
import * as v from 'valibot';
import * as Y from 'yjs';
import type { IdMap } from '../../shared/model/idCollections.ts';
import type { LinkId, NodeId } from '../../shared/model/ids.ts';
import { type Timer, TimerSchema } from '../../shared/model/timer.ts';
import { type Policy, PolicySchema } from '../../shared/policies/policies.ts';
import type { TextFieldName } from '../../shared/protocol.ts';
import { keepSame, type LinkSnapshot, type NodeSnapshot, readLink, readNode } from './snapshot.ts';

export interface BoardChange {
  readonly nodes: ReadonlySet<NodeId>;
  readonly links: ReadonlySet<LinkId>;
  readonly board: boolean;
  /** Whether this page made the change. */
  readonly local: boolean;
}

const NO_LINKS: ReadonlySet<LinkId> = new Set();

export class BoardStore {
  readonly doc: Y.Doc;
  readonly nodes: IdMap<NodeId, NodeSnapshot> = new Map();
  readonly links: IdMap<LinkId, LinkSnapshot> = new Map();
  readonly #incident: IdMap<NodeId, Set<LinkId>> = new Map();
  readonly #listeners = new Set<(change: BoardChange) => void>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #stop: () => void;
  #title = '';
  #policy: Policy | null = null;
  #isLocked = false;
  #timer: Timer | null = null;
  /** A version that counts all changes, for values derived from the whole board. */
  #version = 0;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    const nodes = doc.getMap('nodes');
    const links = doc.getMap('links');
    const board = doc.getMap('board');
    let dirty = { nodes: new Set<NodeId>(), links: new Set<LinkId>(), board: false };
    const onNodes = (events: DeepEvents) => collect(events, dirty.nodes);
    const onLinks = (events: DeepEvents) => collect(events, dirty.links);
    const onBoard = () => {
      dirty.board = true;
    };
    const afterTransaction = (transaction: Y.Transaction) => {
      if (dirty.nodes.size === 0 && dirty.links.size === 0 && !dirty.board) return;
      const change = { ...dirty, local: transaction.local };
      dirty = { nodes: new Set(), links: new Set(), board: false };
      this.#read(change);
      this.#announce(change);
    };
    nodes.observeDeep(onNodes);
    links.observeDeep(onLinks);
    board.observe(onBoard);
    doc.on('afterTransaction', afterTransaction);
    this.#stop = () => {
      nodes.unobserveDeep(onNodes);
      links.unobserveDeep(onLinks);
      board.unobserve(onBoard);
      doc.off('afterTransaction', afterTransaction);
    };
    // The keys of a root map are the ids of its elements.
    this.#read({
      nodes: new Set(nodes.keys() as Iterable<NodeId>),
      links: new Set(links.keys() as Iterable<LinkId>),
      board: true,
      local: false,
    });
  }

  get title(): string {
    return this.#title;
  }

  /** Only facilitators' views have one. */
  get policy(): Policy | null {
    return this.#policy;
  }

  /** Whether the board is locked by a facilitator. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** Null where there is none. The same object while it says the same. */
  get timer(): Timer | null {
    return this.#timer;
  }

  get version(): number {
    return this.#version;
  }

  /** Looked up by any string; undefined where nothing has that id. */
  element(id: string): NodeSnapshot | LinkSnapshot | undefined {
    return this.nodes.get(id) ?? this.links.get(id);
  }

  /** The elements that have one of the ids, in the order of these. */
  elements(ids: Iterable<string>): (NodeSnapshot | LinkSnapshot)[] {
    return [...ids].flatMap((id) => this.element(id) ?? []);
  }

  linksAt(id: string): ReadonlySet<LinkId> {
    return this.#incident.get(id) ?? NO_LINKS;
  }

  /** The collaborative text of an element; null when the element is gone. */
  textOf(id: string, field: TextFieldName): Y.Text | null {
    const map = this.doc.getMap('nodes').get(id) ?? this.doc.getMap('links').get(id);
    const text = map instanceof Y.Map ? map.get(field) : undefined;
    return text instanceof Y.Text ? text : null;
  }

  /** Notifies after each transaction that changed something; returns what ends that. */
  subscribe(listener: (change: BoardChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Notifies when one element changed. */
  watch(id: string, watcher: () => void): () => void {
    const watchers = this.#watchers.get(id) ?? new Set();
    this.#watchers.set(id, watchers.add(watcher));
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0) this.#watchers.delete(id);
    };
  }

  destroy(): void {
    this.#stop();
    this.#listeners.clear();
    this.#watchers.clear();
  }

  #read({ nodes, links, board }: BoardChange): void {
    this.#version++;
    const nodeMaps = this.doc.getMap('nodes');
    for (const id of nodes) {
      const node = readNode(id, nodeMaps.get(id));
      if (node === null) this.nodes.delete(id);
      else this.nodes.set(id, keepSame(this.nodes.get(id), node));
    }
    const linkMaps = this.doc.getMap('links');
    for (const id of links) this.#setLink(id, readLink(id, linkMaps.get(id)));
    if (!board) return;
    const map = this.doc.getMap('board');
    const title = map.get('title');
    this.#title = typeof title === 'string' ? title : '';
    const policy = v.safeParse(PolicySchema, map.get('policy'));
    this.#policy = policy.success ? policy.output : null;
    this.#isLocked = map.get('locked') === true;
    const timer = v.safeParse(TimerSchema, map.get('timer'));
    this.#timer = timer.success ? keepSame(this.#timer ?? undefined, timer.output) : null;
  }

  #setLink(id: LinkId, link: LinkSnapshot | null): void {
    const before = this.links.get(id);
    if (before !== undefined) {
      this.#incident.get(before.source)?.delete(id);
      this.#incident.get(before.target)?.delete(id);
    }
    if (link === null) {
      this.links.delete(id);
      return;
    }
    this.links.set(id, keepSame(before, link));
    for (const end of [link.source, link.target]) {
      const incident = this.#incident.get(end);
      if (incident === undefined) this.#incident.set(end, new Set([id]));
      else incident.add(id);
    }
  }

  #announce(change: BoardChange): void {
    for (const id of [...change.nodes, ...change.links]) {
      for (const watcher of [...(this.#watchers.get(id) ?? [])]) watcher();
    }
    for (const listener of [...this.#listeners]) listener(change);
  }
}

type DeepEvents = Parameters<Parameters<Y.Map<unknown>['observeDeep']>[0]>[0];

/** Adds the ids of the elements that events are about. A root map has no keys but the ids of its elements. */
function collect<Id extends string>(events: DeepEvents, ids: Set<Id>): void {
  for (const event of events) {
    const [id] = event.path;
    if (id !== undefined) ids.add(String(id) as Id);
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(key);
  }
}
