/**
 * Maps named attributes of nodes and edges in graph files to a board's fields: the names we write ourselves, those
 * Gephi, NetworkX and yEd use, and the rest kept by name. For GraphML, GEXF and node-link JSON.
 */

import { nearestColor, parseHex } from './colors.ts';
import { FILE_COLUMNS, fieldsOfCells } from './fileFields.ts';
import type { Extra, FoundLink, FoundNode, Troubles } from './reading.ts';
import { folded, numberIn, wellFormed } from './words.ts';

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

/** Other names of columns, by the names that we write. The first that has a value counts. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  kind: ['type', 'category'],
  label: ['name', 'title'],
  notes: ['description', 'note'],
  color: ['colour'],
};

/** By column, as values are listed: folding for every element would take longer than all the rest. */
const FOLDED_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  [...FILE_COLUMNS.nodes, ...FILE_COLUMNS.links].map(({ name }) => [
    name,
    [name, ...(OTHER_NAMES[name] ?? [])].map(folded),
  ]),
);

class Taking {
  readonly #left: Map<string, { readonly name: string; readonly value: string }>;

  constructor(values: AttributeValues) {
    this.#left = new Map(values);
  }

  /** The value of the first of the column's names that has one; it is used up then. */
  text(column: string): string | undefined {
    for (const name of FOLDED_NAMES.get(column) ?? []) {
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
  const { key, line, values, position, size, color } = facts;
  const taking = new Taking(values);
  const label = facts.label ?? taking.text('label') ?? key;
  const fields = fieldsOfCells('nodes', {
    text: (column) => taking.text(column),
    color: colorIn,
    reject: (what) => troubles.add('bad-value', { line, what }),
  });
  return {
    key,
    line,
    type: taking.text('kind')?.trim() || (facts.type ?? ''),
    label: wellFormed(label),
    ...(color !== undefined && { color }),
    ...fields,
    ...(position && { position }),
    ...(size && { size }),
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

export function foundLink({ source, target, line, values, label }: LinkFacts, troubles: Troubles): FoundLink {
  const taking = new Taking(values);
  return {
    source,
    target,
    line,
    type: taking.text('kind')?.trim() ?? '',
    label: wellFormed(label ?? taking.text('label') ?? ''),
    ...fieldsOfCells('links', {
      text: (column) => taking.text(column),
      color: colorIn,
      reject: (what) => troubles.add('bad-value', { line, what }),
    }),
    ...extra(taking),
  };
}

function extra(taking: Taking): { extra?: readonly Extra[] } {
  const { rest } = taking;
  return rest.length === 0 ? {} : { extra: rest };
}

/** An index of our palette, or a colour as `#rrggbb` or `r,g,b`. */
function colorIn(text: string): number | null {
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
