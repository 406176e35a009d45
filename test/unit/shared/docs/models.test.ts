/** The page on the models says what the code does. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checksOf } from '../../../../shared/checks/codes.ts';
import { TEMPLATE_IDS } from '../../../../shared/templates/template.ts';
import { template } from '../../../../shared/templates/templates.ts';

const PAGE = readFileSync('shared/docs/models.md', 'utf8');

it.each(TEMPLATE_IDS)('tells size, year, policy and checks of %s', (id) => {
  const drawn = template(id);
  if (drawn === null) throw new Error(`There is no template ${id}.`);
  const { year, policy, nodes, links } = drawn;
  const rows = PAGE.split('\n').filter((line) => line.startsWith(`| \`${id}\` |`));
  expect(rows[0]).toMatch(
    new RegExp(`\\| ${year} \\| \`${policy.name}\` \\| ${nodes.length} \\| ${links.length} \\|$`),
  );
  expect(rows).toContain(
    `| \`${id}\` | ${checksOf(id)
      .map((code) => `\`${code}\``)
      .join(' ')} |`,
  );
});
