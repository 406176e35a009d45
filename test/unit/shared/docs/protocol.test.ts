/** The page for other clients names every field of a view's document, each in the table of its root. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BOARD_FIELDS, LINK_FIELDS, NODE_FIELDS } from '../../../../shared/protocol.ts';

const PAGE = readFileSync('shared/docs/protocol.md', 'utf8');

/** What stands in the first column of the table with that heading. */
function firstColumn(heading: string): string[] {
  const [, table = ''] = PAGE.split(`| ${heading} |`);
  const [rows = ''] = table.split('\n\n');
  const cells = rows.split('\n').flatMap((row) => /^\| ([^|]+) \|/.exec(row)?.[1] ?? []);
  return cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name));
}

it.each([
  ['node field', NODE_FIELDS],
  ['link field', LINK_FIELDS],
  ['board field', BOARD_FIELDS],
])('the table of each %s has them all, and nothing else', (heading, fields) => {
  expect(firstColumn(heading).sort()).toEqual([...fields].sort());
});
