/**
 * Writes Cellboard JSON: everything a viewpoint sees, one element on each line so that line numbers and
 * comparisons of two files mean something.
 */
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../content.ts';
import { CELLBOARD_FORMAT, CELLBOARD_VERSION } from './version.ts';

export function writeCellboard({ title, policy, nodes, links }: ExchangeContent): string {
  const head = { format: CELLBOARD_FORMAT, version: CELLBOARD_VERSION, title, ...(policy && { policy }) };
  const list = (name: string, entries: readonly object[]) =>
    `"${name}": [${entries.map((entry) => `\n  ${JSON.stringify(entry)}`).join(',')}\n ]`;
  const top = JSON.stringify(head).slice(1, -1);
  return `{${top},\n ${list('nodes', nodes.map(nodeEntry))},\n ${list('links', links.map(linkEntry))}\n}\n`;
}

/** Always in the same order, defaults left out. */
function nodeEntry(node: ExchangeNode): object {
  const { id, kind, label, caption, notes, position, size, color, locked, disclosure, audience, owner } =
    node;
  return {
    id,
    kind,
    label,
    ...(caption !== '' && { caption }),
    ...(notes !== '' && { notes }),
    position,
    ...(size && { size }),
    ...(color !== undefined && { color }),
    ...(locked && { locked }),
    ...(disclosure && { disclosure }),
    ...(audience && { audience }),
    ...(owner && { owner }),
  };
}

function linkEntry(link: ExchangeLink): object {
  const { id, kind, source, target, label, caption, locked, audience, owner } = link;
  return {
    id,
    kind,
    source,
    target,
    ...(label !== '' && { label }),
    ...(caption !== '' && { caption }),
    ...(locked && { locked }),
    ...(audience && { audience }),
    ...(owner && { owner }),
  };
}
