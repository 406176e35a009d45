/**
 * Writes DOT for Graphviz: shapes and line styles by kind, places for `neato -n`. Names of links' ends are
 * always quoted; in a text to be shown a backslash is doubled and an entity is taken apart, because Graphviz
 * reads both as something else.
 */
import { isDirected, type LinkKind, type NodeKind } from '../../../model/kinds.ts';
import { hexOf } from '../../colors.ts';
import type { ExchangeContent } from '../../content.ts';
import { wellFormed } from '../../words.ts';

const DOT_SHAPES: Readonly<Record<NodeKind, string>> = {
  person: 'ellipse',
  circle: 'circle',
  cell: 'hexagon',
  area: 'box',
  organization: 'component',
  body: 'box',
  note: 'note',
};

const STYLES: Readonly<Record<LinkKind, string>> = {
  membership: 'solid',
  contact: 'dashed',
  guidance: 'bold',
  delegation: 'dashed',
  channel: 'solid',
  tie: 'dotted',
};

/** Graphviz counts in points, with y upwards. */
const POINTS = 0.75;

export function writeDot({ title, nodes, links }: ExchangeContent): string {
  const lines = ['digraph {', `  graph [${attributes({ label: title, charset: 'UTF-8' })}];`];
  for (const { id, kind, label, caption, notes, position, color } of nodes) {
    const x = tenth(position.x * POINTS);
    const y = tenth(-position.y * POINTS);
    const values = {
      label,
      shape: DOT_SHAPES[kind],
      class: kind,
      ...(caption !== '' && { xlabel: caption }),
      ...(notes !== '' && { tooltip: notes }),
      ...(color !== undefined && { color: hexOf(color) }),
      pos: `${x},${y}!`,
    };
    lines.push(`  ${quote(id)} [${attributes(values)}];`);
  }
  for (const { kind, source, target, label } of links) {
    const values = {
      ...(label !== '' && { label }),
      class: kind,
      style: STYLES[kind],
      ...(!isDirected(kind) && { dir: 'none' }),
    };
    lines.push(`  ${quote(source)} -> ${quote(target)} [${attributes(values)}];`);
  }
  return `${lines.join('\n')}\n}\n`;
}

function tenth(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quote(plain(value))}`)
    .join(', ');
}

/** Graphviz puts `<` for `&lt;` in every text it shows, but not in names. */
function plain(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;');
}

function quote(text: string): string {
  const escaped = wellFormed(text)
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\r\n|[\n\r]/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that Graphviz cannot read.
    .replace(/[\u0000-\u001f]/g, ' ');
  return `"${escaped}"`;
}
