/**
 * The pencil templates are drawn with: it collects nodes and links under short keys and turns words like
 * "a circle of these people here" into elements. It places nothing by itself beyond a group's own members.
 */
import { completeRecord } from '../../model/completeRecord.ts';
import type { NodeRecord, Position, Size } from '../../model/element.ts';
import type { LinkId, NodeId } from '../../model/ids.ts';
import type { LinkKind, NodeKind } from '../../model/kinds.ts';
import type { TemplateLink, TemplateNode } from '../template.ts';
import { beneath } from './beneath.ts';
import { beside } from './beside.ts';
import { rings } from './rings.ts';

/** `[x, y]` of a centre. */
export type At = readonly [x: number, y: number];

export type Spelling = (name: string) => { readonly label: string; readonly caption?: string };

export interface NodeSpec extends Partial<Omit<NodeRecord, 'id' | 'kind' | 'position' | 'label'>> {
  readonly label: string;
  readonly at: At;
  /** Whether the label is written from right to left; the canvas then starts bodies on their right. */
  readonly startsRight?: boolean;
}

export interface CircleSpec extends NodeSpec {
  /** First names, the core first, then clockwise from `turn` degrees. */
  readonly people: string;
  readonly turn?: number;
}

export interface BodySpec extends NodeSpec {
  readonly people: string;
  readonly columns?: number;
  /** Between the discs of a row. */
  readonly pitch?: number;
  /** Room for the name; what it needs, where nothing is said. */
  readonly header?: number;
  readonly groups?: readonly string[];
}

export interface OrganizationSpec extends NodeSpec {
  readonly people: string;
  readonly columns: number;
  readonly groups?: readonly string[];
}

export interface PlacedPeople {
  readonly at: At;
  /** From `at`, in the order of the names. */
  readonly places: readonly Position[];
  readonly groups: readonly string[];
  readonly color?: number;
}

export interface LinkText {
  readonly label?: string;
  readonly caption?: string;
}

const CELL_SIZE: Size = { width: 132, height: 114 };
/** With more than three seats. */
const LARGE_CELL_SIZE: Size = { width: 160, height: 139 };
const BODY_SIZE: Size = { width: 164, height: 56 };
const NOTE_SIZE: Size = { width: 166, height: 88 };

/** The words of a text. */
export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The key of a person: the first name, lower case, without marks. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

export class TemplateBuilder {
  readonly nodes: TemplateNode[] = [];
  readonly links: TemplateLink[] = [];
  /** Where each key's node stands in `nodes`. */
  readonly #places = new Map<string, number>();
  readonly #spell: Spelling;

  /** `spell` says how a person whose key is made of that name is labelled; by default, with the name itself. */
  constructor(spell: Spelling = (name) => ({ label: name })) {
    this.#spell = spell;
  }

  /** Adds a node. Throws a RangeError for a key that is taken: two people of one name are a slip. */
  node(kind: NodeKind, key: string, spec: NodeSpec): void {
    if (this.#places.has(key)) throw new RangeError(`Two nodes have the key ${key}.`);
    this.#places.set(key, this.nodes.length);
    const { at, startsRight: _startsRight, ...fields } = spec;
    const position = { x: Math.round(at[0]), y: Math.round(at[1]) };
    // Keys stay inside the template, so that they may be what no id of a board may be.
    this.nodes.push(completeRecord('nodes', { ...fields, id: key as NodeId, kind, position }));
  }

  /** Links two nodes. Throws a RangeError for an end that is not drawn yet. */
  link(kind: LinkKind, [source, target]: readonly [string, string], text: LinkText = {}): void {
    for (const end of [source, target]) {
      if (!this.#places.has(end)) throw new RangeError(`No node has the key ${end}.`);
    }
    const id = `${kind}-${source}-${target}` as LinkId;
    this.links.push(completeRecord('links', { ...text, id, kind, source, target }));
  }

  person(name: string, spec: Omit<NodeSpec, 'label'>): void {
    this.node('person', keyOf(name), { ...spec, ...this.#spell(name) });
  }

  /** Draws people at the places, one each, as members of the groups. */
  people(names: string, { at, places, groups, color }: PlacedPeople): void {
    words(names).forEach((name, index) => {
      const place = places[index];
      if (place === undefined) throw new RangeError(`There is no place for ${name}.`);
      this.person(name, { at: shifted(at, place), ...(color !== undefined && { color }) });
      for (const group of groups) this.link('membership', [keyOf(name), group]);
    });
  }

  /** A circle with its people on a core and a ring. */
  circle(key: string, { people, turn, ...spec }: CircleSpec): void {
    const { places, radius } = rings(words(people).length, turn);
    this.node('circle', key, { ...spec, size: { width: 2 * radius, height: 2 * radius } });
    this.people(people, { ...spec, places, groups: [key] });
  }

  /** A body with its people beside its name, in rows of `columns`. They also belong to the `groups`. */
  bodyOf(key: string, { people, columns, pitch, header, groups = [], ...spec }: BodySpec): void {
    const { places, size } = beside(spec, { count: words(people).length, columns, pitch, header });
    this.body(key, { ...spec, size });
    this.people(people, { ...spec, places, groups: [key, ...groups] });
  }

  /** An organization with its people in rows of `columns`. They also belong to the `groups`. */
  organization(key: string, { people, columns, groups = [], ...spec }: OrganizationSpec): void {
    const { places, size } = beneath(words(people).length, { columns, size: spec.size });
    this.node('organization', key, { ...spec, size });
    this.people(people, { ...spec, places, groups: [key, ...groups] });
  }

  /** A cell whose members' discs lie elsewhere: they have seats in it. */
  cell(key: string, { seats, ...spec }: NodeSpec & { readonly seats: string }): void {
    this.node('cell', key, { size: words(seats).length > 3 ? LARGE_CELL_SIZE : CELL_SIZE, ...spec });
    this.seat(seats, key);
  }

  body(key: string, spec: NodeSpec): void {
    this.node('body', key, { size: BODY_SIZE, ...spec });
  }

  note(key: string, spec: NodeSpec): void {
    this.node('note', key, { size: NOTE_SIZE, ...spec });
  }

  /** Says what a person is in a group they already belong to. */
  role(name: string, group: string, text: LinkText): void {
    const index = this.links.findIndex(({ id }) => id === `membership-${keyOf(name)}-${group}`);
    const link = this.links[index];
    if (link === undefined) throw new RangeError(`${name} does not belong to ${group}.`);
    this.links[index] = { ...link, ...text };
  }

  /** Makes people who are drawn elsewhere members of a group. */
  seat(people: string, group: string): void {
    for (const name of words(people)) this.link('membership', [keyOf(name), group]);
  }

  positionOf(name: string): Position {
    return this.#called(name).node.position;
  }

  /** Says what somebody is, or something to know about them. */
  remark(name: string, text: { readonly caption?: string; readonly notes?: string }): void {
    const { place, node } = this.#called(name);
    this.nodes[place] = { ...node, ...text };
  }

  #called(name: string): { place: number; node: TemplateNode } {
    const place = this.#places.get(keyOf(name)) ?? -1;
    const node = this.nodes[place];
    if (node === undefined) throw new RangeError(`Nobody is called ${name}.`);
    return { place, node };
  }

  /** Contacts, one "Ada–Chen" after the other. */
  contacts(pairs: string): void {
    for (const pair of words(pairs)) {
      const [one = '', other = ''] = pair.split('–');
      this.link('contact', [keyOf(one), keyOf(other)]);
    }
  }

  /** One link of the kind from the source to each of the targets. */
  fan(kind: LinkKind, source: string, targets: readonly string[]): void {
    for (const target of targets) this.link(kind, [source, target]);
  }
}

function shifted(at: At, offset: Position): At {
  return [at[0] + offset.x, at[1] + offset.y];
}
