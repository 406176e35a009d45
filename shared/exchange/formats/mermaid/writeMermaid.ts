/**
 * Writes a Mermaid flowchart: shapes and arrows by kind, memberships as dotted lines to the group. Mermaid has
 * no escaping but numbered entities, so every sign that could mean something to it becomes one.
 */
import type { LinkKind, NodeKind } from '../../../model/kinds.ts';
import { hexOf } from '../../colors.ts';
import type { ExchangeContent } from '../../content.ts';

const MERMAID_SHAPES: Readonly<Record<NodeKind, readonly [open: string, close: string]>> = {
  person: ['([', '])'],
  circle: ['((', '))'],
  cell: ['{{', '}}'],
  area: ['[/', '/]'],
  organization: ['[[', ']]'],
  body: ['[', ']'],
  note: ['>', ']'],
};

const MERMAID_ARROWS: Readonly<Record<LinkKind, string>> = {
  membership: '-.->',
  contact: '---',
  guidance: '==>',
  delegation: '-->',
  channel: '--o',
  tie: '-.-',
};

export function writeMermaid({ nodes, links }: ExchangeContent): string {
  const names = new Map<string, string>(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = ['flowchart LR'];
  for (const { id, kind, label } of nodes) {
    const [open, close] = MERMAID_SHAPES[kind];
    lines.push(`  ${names.get(id)}${open}"${quoted(label)}"${close}`);
  }
  for (const { kind, source, target, label } of links) {
    const text = label === '' ? '' : `|"${quoted(label)}"|`;
    lines.push(`  ${names.get(source)} ${MERMAID_ARROWS[kind]}${text} ${names.get(target)}`);
  }
  const colored = new Map<number, string[]>();
  for (const { id, color } of nodes) {
    const name = names.get(id);
    if (color !== undefined && name) colored.set(color, [...(colored.get(color) ?? []), name]);
  }
  for (const [color, members] of [...colored].sort(([a], [b]) => a - b)) {
    lines.push(`  classDef c${color} stroke:${hexOf(color)}`, `  class ${members.join(',')} c${color}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Never empty: an empty text is no node. */
function quoted(label: string): string {
  const lines = label.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => line.replace(SIGNS, entity));
  return lines.join('<br/>') || ' ';
}

const SIGNS = /[^\p{L}\p{M}\p{N} .,:\u200c\u200d]/gu;

function entity(sign: string): string {
  const code = sign.codePointAt(0) ?? 32;
  return code < 32 || code === 127 || (code >= 0xd800 && code <= 0xdfff) ? ' ' : `#${code};`;
}
