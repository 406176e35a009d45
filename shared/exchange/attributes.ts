/**
 * Maps named attributes of nodes and edges in graph files to a board's fields: the names we write ourselves, those
 * Gephi, NetworkX and yEd use, and the rest kept by name. For GraphML, GEXF and node-link JSON.
 */

import { DISCLOSURES } from '../model/kinds.ts';
import { nearestColor, parseHex } from './colors.ts';
import type { Extra, FoundLink, FoundNode, Troubles } from './reading.ts';
import { folded, numberIn, truthIn, wellFormed } from './words.ts';

/** By folded name. A later value of the same name counts. */
export type AttributeValues = ReadonlyMap<string, { readonly name: string; readonly value: string }>;

/** An attribute that a file declares for its nodes or its edges. */
export interface DeclaredAttribute {
  readonly name: string;
  /** The value of elements that give none; null where there is no default. */
  fallback: string | null;
}

export class ValueList {
  readonly #values = new Map<string, { name: string; value: string }>();

  static ofDefaults(attributes: Iterable<DeclaredAttribute>): ValueList {
    const list = new ValueList();
    for (const { name, fallback } of attributes) if (fallback !== null) list.set(name, fallback);
    return list;
  }

  set(name: string, value: string): void {
    this.#values.set(folded(name), { name, value: wellFormed(value) });
  }

  get values(): AttributeValues {
    return this.#values;
  }
}

const TYPE_NAMES = ['kind', 'type', 'category'];
const NOTES_NAMES = ['notes', 'description', 'note'];
const LABEL_NAMES = ['label', 'name', 'title'];

class Taking {
  readonly #left: Map<string, { readonly name: string; readonly value: string }>;

  constructor(values: AttributeValues) {
    this.#left = new Map(values);
  }

  /** The first of the names that has a value; it is used up then. */
  text(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const found = this.#left.get(name);
      if (found === undefined) continue;
      this.#left.delete(name);
      return found.value;
    }
    return undefined;
  }

  get rest(): readonly Extra[] {
    return [...this.#left.values()]
      .filter(({ value }) => value.trim() !== '')
      .map(({ name, value }): Extra => [name, value]);
  }
}

export interface NodeFacts {
  readonly key: string;
  readonly line: number;
  readonly values: AttributeValues;
  /** What the format itself says, which counts before any value. */
  readonly label?: string | undefined;
  readonly position?: FoundNode['position'];
  readonly size?: FoundNode['size'];
  readonly color?: number | null;
  /** Type for want of one. */
  readonly type?: string;
}

export function foundNode(facts: NodeFacts, troubles: Troubles): FoundNode {
  const { key, line, values } = facts;
  const taking = new Taking(values);
  const number = (...names: string[]): number | null => {
    const text = taking.text(...names);
    if (text === undefined || text.trim() === '') return null;
    const value = numberIn(text);
    if (value === null) troubles.add('bad-value', { line, what: text });
    return value;
  };
  const label = facts.label ?? taking.text(...LABEL_NAMES) ?? key;
  const [x, y] = [number('x'), number('y')];
  const [width, height] = [number('width'), number('height')];
  const disclosed = taking.text('disclosure');
  const disclosure = DISCLOSURES.find((one) => one === disclosed);
  if (disclosed !== undefined && disclosure === undefined)
    troubles.add('bad-value', { line, what: disclosed });
  const locked = truthIn(taking.text('locked'));
  const color = colorIn(taking.text('color', 'colour')) ?? facts.color ?? null;
  return {
    key,
    line,
    type: taking.text(...TYPE_NAMES)?.trim() || (facts.type ?? ''),
    label: wellFormed(label),
    caption: taking.text('caption') ?? '',
    notes: taking.text(...NOTES_NAMES) ?? '',
    position: facts.position ?? (x === null || y === null ? null : { x, y }),
    size: facts.size ?? (width === null || height === null ? null : { width, height }),
    color,
    ...(locked === true && { locked }),
    ...(disclosure && { disclosure }),
    ...extra(taking),
  };
}

export interface LinkFacts {
  readonly source: string;
  readonly target: string;
  readonly line: number;
  readonly values: AttributeValues;
  readonly label?: string | undefined;
}

export function foundLink({ source, target, line, values, label }: LinkFacts): FoundLink {
  const taking = new Taking(values);
  const locked = truthIn(taking.text('locked'));
  return {
    source,
    target,
    line,
    type: taking.text(...TYPE_NAMES)?.trim() ?? '',
    label: wellFormed(label ?? taking.text(...LABEL_NAMES) ?? ''),
    caption: taking.text('caption') ?? '',
    ...(locked === true && { locked }),
    ...extra(taking),
  };
}

function extra(taking: Taking): { extra?: readonly Extra[] } {
  const { rest } = taking;
  return rest.length === 0 ? {} : { extra: rest };
}

/** An index of our palette, or a colour as `#rrggbb` or `r,g,b`. */
function colorIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  const hex = parseHex(text);
  if (hex !== null) return nearestColor(hex);
  const parts = /^(\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})$/.exec(text.trim());
  if (parts !== null) {
    const [r = 0, g = 0, b = 0] = parts.slice(1).map(Number);
    return nearestColor({ r, g, b });
  }
  const index = numberIn(text);
  return index !== null && Number.isInteger(index) && index >= 0 && index < 8 ? index : null;
}

/** Names of values that no board has a field for, over all elements of a file. */
export function extraNames(elements: readonly { readonly extra?: readonly Extra[] }[]): string[] {
  return [...new Set(elements.flatMap(({ extra: found = [] }) => found.map(([name]) => name)))];
}
