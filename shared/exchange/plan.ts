/**
 * Import plan: validates and converts what a reader found into elements that a board accepts. Types become kinds,
 * texts are cut to what fits, links that lead nowhere or join what they may not are left out or made ties, each
 * told by its line. Ids are always new. A plan is complete before anything is made of it. Long, since nodes, links
 * and what is said of them share one walk through what was read.
 */
import * as v from 'valibot';
import type { Position } from '../model/element.ts';
import { FIELD_LISTS, isDefault, isOnKind, type NamedField, valueIn } from '../model/fieldLists.ts';
import type { ElementRoot, FieldsWith, FieldValue, ValuesWith } from '../model/fields.ts';
import type { FieldType, PairType } from '../model/fieldTypes.ts';
import type { LinkId, NodeId, Viewpoint } from '../model/ids.ts';
import { type LinkKind, mayJoin, type NodeKind } from '../model/kinds.ts';
import { LIMITS } from '../model/limits.ts';
import { likelyLinkKind, likelyNodeKind, linkKindNamed, nodeKindNamed, saysNothing } from './kindWords.ts';
import {
  cutAt,
  type FileSpot,
  type FoundLink,
  type FoundNode,
  type Reading,
  type Trouble,
  type TroubleCode,
  Troubles,
} from './reading.ts';

/** By the types of a file; null leaves everything of that type out. */
export interface Mapping {
  readonly nodes: ReadonlyMap<string, NodeKind | null>;
  readonly links: ReadonlyMap<string, LinkKind | null>;
}

export interface PlanOptions {
  readonly mapping: Mapping;
  /** Disclosure, audience, owner and locked are a facilitator's to give. */
  readonly isFacilitator: boolean;
  /** Adds what the board has no field for to the notes, a line each. */
  readonly keepExtra: boolean;
  readonly newNodeId: () => NodeId;
  readonly newLinkId: () => LinkId;
}

/** What a new element gets: every field that files can say; null where it has none. */
type PlannedFields<Root extends ElementRoot> = Omit<
  ValuesWith<Root, { presence: 'required' | 'collaborative' | 'default' }> & {
    readonly [Name in FieldsWith<Root, { presence: 'optional' | 'assigned' }>]: FieldValue<Root, Name> | null;
  },
  FieldsWith<Root, { files: 'none' }>
>;

export interface PlannedNode extends Omit<PlannedFields<'nodes'>, 'position'> {
  readonly id: NodeId;
  /** Null where the file says none: a layout has to find one. */
  readonly position: Position | null;
}

export interface PlannedLink extends PlannedFields<'links'> {
  readonly id: LinkId;
}

type PlannedOf<Root extends ElementRoot> = Root extends 'nodes' ? PlannedNode : PlannedLink;

export interface Plan {
  readonly nodes: readonly PlannedNode[];
  readonly links: readonly PlannedLink[];
  /** The reading's own and those of planning, by line. */
  readonly troubles: readonly Trouble[];
}

export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

/** The types a file uses, the most frequent first. */
export function typesOf(elements: readonly { readonly type: string }[]): TypeCount[] {
  const counts = new Map<string, number>();
  for (const { type } of elements) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/** A first guess at what each type means. */
export function likelyMapping({ nodes, links, isToScale }: Reading): Mapping {
  // What another program draws as a group is a rectangle around others.
  const kindOf = (type: string) => (isToScale && type === 'group' ? 'area' : likelyNodeKind(type));
  return {
    nodes: new Map(typesOf(nodes).map(({ type }) => [type, kindOf(type)])),
    links: new Map(typesOf(links).map(({ type }) => [type, likelyLinkKind(type)])),
  };
}

export function planOf(reading: Reading, options: PlanOptions): Plan {
  return new Planning(reading, options).plan();
}

function inFileOrder(a: Trouble, b: Trouble): number {
  const [one, other] = [a.file ?? '', b.file ?? ''];
  return one === other ? (a.line ?? 0) - (b.line ?? 0) : one < other ? -1 : 1;
}

/** Fields that the plan makes of more than one thing in the file. */
const COMPOSED: ReadonlySet<string> = new Set(['kind', 'label', 'caption', 'notes', 'source', 'target']);

const isPlain = ({ name, files }: NamedField) => files !== 'none' && !COMPOSED.has(name);
const PLAIN_FIELDS: Readonly<Record<ElementRoot, readonly NamedField[]>> = {
  nodes: FIELD_LISTS.nodes.filter(isPlain),
  links: FIELD_LISTS.links.filter(isPlain),
};

interface FoundOfKind {
  readonly found: FoundNode | FoundLink;
  readonly kind: NodeKind | LinkKind;
}

interface Composed extends FoundOfKind {
  readonly composed: Record<string, unknown>;
}

class Planning {
  readonly #reading: Reading;
  readonly #options: PlanOptions;
  readonly #troubles = new Troubles();
  readonly #ids = new Map<string, { id: NodeId; kind: NodeKind }>();
  readonly #memberships = new Set<string>();
  readonly #withheld = new Set<string>();
  /** Asked for every element, though files have few types. */
  readonly #isNodeKind = remembered((type) => nodeKindNamed(type) !== null);
  readonly #isLinkKind = remembered((type) => linkKindNamed(type) !== null);

  constructor(reading: Reading, options: PlanOptions) {
    this.#reading = reading;
    this.#options = options;
  }

  plan(): Plan {
    const { nodes, links, troubles } = this.#reading;
    const taken = nodes.filter((node) => this.#admit(node));
    const plannedNodes = taken.map((node) => this.#node(node));
    const plannedLinks = links.flatMap((link) => this.#link(link) ?? []);
    if (this.#withheld.size > 0)
      this.#troubles.add('not-yours', { line: null, what: [...this.#withheld].join(', ') });
    return {
      nodes: plannedNodes,
      links: plannedLinks,
      troubles: [...troubles, ...this.#troubles.list].sort(inFileOrder),
    };
  }

  /** Gives ids before anything is planned: owners and audiences may name nodes that come later. */
  #admit(node: FoundNode): boolean {
    const { key, type } = node;
    const kind = this.#options.mapping.nodes.get(type);
    if (kind === null || kind === undefined) return false;
    if (this.#ids.has(key)) {
      this.#trouble('same-node', { at: node, what: key });
      return false;
    }
    this.#ids.set(key, { id: this.#options.newNodeId(), kind });
    return true;
  }

  #node(node: FoundNode): PlannedNode {
    const { key, type } = node;
    const named = this.#ids.get(key);
    if (named === undefined) throw new Error('A node was planned that was not admitted.');
    const { id, kind } = named;
    const { label, rest } = nameOf(node, kind);
    const isLong = label.length > LIMITS.labelLength;
    const notes = [isLong ? label : '', rest, node.notes ?? '', this.#extra(node)].filter(
      (part) => part !== '',
    );
    const composed = {
      id,
      kind,
      label: this.#cut(label, { most: LIMITS.labelLength, at: node }),
      caption: this.#caption(node, this.#isNodeKind(type)),
      notes: this.#cut(notes.join('\n'), { most: LIMITS.notesLength, at: node }),
    };
    return this.#complete('nodes', { composed, found: node, kind });
  }

  #link(link: FoundLink): PlannedLink | null {
    const { type } = link;
    const wanted = this.#options.mapping.links.get(type);
    if (wanted === null || wanted === undefined) return null;
    const source = this.#end(link.source, link);
    const target = this.#end(link.target, link);
    if (source === null || target === null) return null;
    if (source.id === target.id) {
      this.#trouble('self-link', { at: link });
      return null;
    }
    const fits = mayJoin(wanted, { source: source.kind, target: target.kind });
    if (!fits && link.isImplied === true) return null;
    if (!fits) this.#trouble('not-joinable', { at: link, what: type === '' ? wanted : type });
    const kind = fits ? wanted : 'tie';
    if (kind === 'membership') {
      const pair = `${source.id} ${target.id}`;
      if (this.#memberships.has(pair)) {
        this.#trouble('same-membership', { at: link });
        return null;
      }
      this.#memberships.add(pair);
    }
    const composed = {
      id: this.#options.newLinkId(),
      kind,
      source: source.id,
      target: target.id,
      label: this.#cut(link.label, { most: LIMITS.labelLength, at: link }),
      caption: this.#caption(link, this.#isLinkKind(type)),
    };
    return this.#complete('links', { composed, found: link, kind });
  }

  /** Null for what is not on the file, and, without a word, for what was left out on purpose. */
  #end(key: string, at: FileSpot): { id: NodeId; kind: NodeKind } | null {
    const named = this.#ids.get(key);
    if (named !== undefined) return named;
    this.#known ??= new Set(this.#reading.nodes.map((node) => node.key));
    if (!this.#known.has(key)) this.#trouble('no-such-node', { at, what: key });
    return null;
  }

  #known: Set<string> | undefined;

  /** What a thing is called in the file, where that is not just the name of our kind. */
  #caption(element: FoundNode | FoundLink, isKind: boolean): string {
    const { type } = element;
    const caption = element.caption ?? '';
    const keeps = !isKind && type !== '' && !saysNothing(type) && type !== caption;
    const whole = keeps ? [type, caption].filter((part) => part !== '').join(', ') : caption;
    return this.#cut(whole, { most: LIMITS.captionLength, at: element });
  }

  #extra({ extra = [] }: FoundNode): string {
    if (!this.#options.keepExtra) return '';
    return extra.map(([name, value]) => `${name}: ${value}`).join('\n');
  }

  #trouble(code: TroubleCode, { at, what = '' }: { at: FileSpot; what?: string }): void {
    const { line, file } = at;
    this.#troubles.add(code, { line, ...(file !== undefined && { file }), what });
  }

  #cut(text: string, { most, at }: { most: number; at: FileSpot }): string {
    if (text.length > most) this.#trouble('cut', { at, what: text });
    return cutAt(text, most);
  }

  /**
   * Adds to what was composed all other fields, each within its bounds; null for what the file does not say. Into the
   * same object: a copy for each of many elements takes several times as long as all the rest.
   */
  #complete<Root extends ElementRoot>(root: Root, { composed, found, kind }: Composed): PlannedOf<Root> {
    const fields: Record<string, unknown> = composed;
    for (const field of PLAIN_FIELDS[root]) {
      const value = valueIn(found, field) ?? null;
      fields[field.name] =
        (value === null ? null : this.#value(field, { value, found, kind })) ?? blank(field);
    }
    // Made in a loop over the table, of values of each field's type; the rest was composed.
    return fields as unknown as PlannedOf<Root>;
  }

  /** Null for what cannot be taken, which is told where that is not plain from the kind. */
  #value(field: NamedField, { value, found, kind }: FoundOfKind & { readonly value: unknown }): unknown {
    const { name, type } = field;
    const isWithheld = field.setBy === 'facilitators' && !this.#options.isFacilitator;
    if (isWithheld && !isDefault(field, value)) this.#withheld.add(name);
    if (isWithheld) return null;
    // The table does not say so, but people have no size of their own.
    if (!isOnKind(field, kind) || (name === 'size' && kind === 'person')) return null;
    switch (type.tag) {
      case 'text':
        return this.#sound(type, {
          value: this.#cut(String(value), { most: type.maxLength, at: found }),
          at: found,
        });
      case 'pair':
        return type.is(value) ? within(value, type) : null;
      case 'viewpoint':
        return this.#viewpoint(String(value));
      case 'viewpoints': {
        const named = Array.isArray(value) ? value : [];
        return [...new Set(named.flatMap((one) => this.#viewpoint(String(one)) ?? []))].slice(
          0,
          type.maxLength,
        );
      }
      default:
        return this.#sound(type, { value, at: found });
    }
  }

  /** Null, and told, for what the board would not take. */
  #sound({ schema }: FieldType, { value, at }: { readonly value: unknown; readonly at: FileSpot }): unknown {
    if (v.is(schema, value)) return value;
    this.#trouble('bad-value', { at, what: String(value) });
    return null;
  }

  /** Null for a viewpoint that is not in the file: those of another board mean nothing here. */
  #viewpoint(name: string): Viewpoint | null {
    if (name === 'facilitator' || name === 'everyone') return name;
    return this.#ids.get(name)?.id ?? null;
  }
}

function remembered(judge: (type: string) => boolean): (type: string) => boolean {
  const known = new Map<string, boolean>();
  return (type) => {
    const before = known.get(type);
    if (before !== undefined) return before;
    const now = judge(type);
    known.set(type, now);
    return now;
  };
}

/** Of a text that is no note, the first line is the name. */
function nameOf({ label, isProse }: FoundNode, kind: NodeKind): { label: string; rest: string } {
  if (isProse !== true || kind === 'note') return { label, rest: '' };
  const lines = label.split('\n');
  const at = lines.findIndex((line) => line.trim() !== '');
  const name = (lines[at] ?? '').replace(/^\s*#+\s*/, '').trim();
  return {
    label: name,
    rest: lines
      .slice(at + 1)
      .join('\n')
      .trim(),
  };
}

function within(pair: Readonly<Record<string, number>>, { keys, min, max }: PairType): object {
  const bounded = (key: string) => Math.min(max, Math.max(min, pair[key] ?? 0));
  const [first, second] = keys;
  return { [first]: bounded(first), [second]: bounded(second) };
}

/** What an element has that is given none; null for nothing. */
function blank(field: NamedField): unknown {
  return field.presence === 'default' || field.presence === 'collaborative' ? field.default : null;
}
