/**
 * Writes Cellboard JSON: everything a viewpoint sees, one element on each line so that line numbers and
 * comparisons of two files mean something.
 */
import { FIELD_LISTS, valueIn } from '../../../model/fieldLists.ts';
import type { ElementRoot } from '../../../model/fields.ts';
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../content.ts';
import { isLeftOut } from '../../fileFields.ts';
import { CELLBOARD_FORMAT, CELLBOARD_VERSION } from './version.ts';

export function writeCellboard({ title, policy, nodes, links }: ExchangeContent): string {
  const head = { format: CELLBOARD_FORMAT, version: CELLBOARD_VERSION, title, ...(policy && { policy }) };
  const entries = {
    nodes: nodes.map((node) => entryOf('nodes', node)),
    links: links.map((link) => entryOf('links', link)),
  };
  const list = (name: string, lines: readonly object[]) =>
    `"${name}": [${lines.map((entry) => `\n  ${JSON.stringify(entry)}`).join(',')}\n ]`;
  const top = JSON.stringify(head).slice(1, -1);
  return `{${top},\n ${list('nodes', entries.nodes)},\n ${list('links', entries.links)}\n}\n`;
}

/** In the order of the table of fields, defaults left out; a node's label stays, for people who read the file. */
function entryOf(root: ElementRoot, element: ExchangeNode | ExchangeLink): object {
  const told = FIELD_LISTS[root].filter((field) => {
    const value = valueIn(element, field);
    if (field.files === 'none' || value === undefined) return false;
    return (root === 'nodes' && field.name === 'label') || !isLeftOut(field, value);
  });
  return {
    id: element.id,
    ...Object.fromEntries(told.map((field) => [field.name, valueIn(element, field)])),
  };
}
