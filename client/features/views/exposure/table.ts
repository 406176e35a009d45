/** The rows of the exposure table, sorted and as a file. Pure. */
import Papa from 'papaparse';
import type { ExposureRow } from '../../../../shared/explain/exposure.ts';

export type ExposureColumn = 'name' | 'persons' | 'groups' | 'links' | 'share';

export interface NamedRow extends ExposureRow {
  readonly name: string;
}

export interface Sorting {
  readonly by: ExposureColumn;
  readonly descending: boolean;
}

export function sortedRows(rows: readonly NamedRow[], { by, descending }: Sorting): NamedRow[] {
  const collator = new Intl.Collator(undefined, { numeric: true });
  const compare = (a: NamedRow, b: NamedRow) =>
    by === 'name' ? collator.compare(a.name, b.name) : a[by] - b[by] || collator.compare(b.name, a.name);
  return [...rows].sort((a, b) => (descending ? compare(b, a) : compare(a, b)));
}

export interface Headings {
  readonly viewpoint: string;
  readonly persons: string;
  readonly groups: string;
  readonly links: string;
  readonly share: string;
}

/** Names that a spreadsheet would take for formulas are disarmed. */
export function exposureCsv(rows: readonly NamedRow[], headings: Headings): string {
  return Papa.unparse(
    {
      fields: [headings.viewpoint, headings.persons, headings.groups, headings.links, headings.share],
      data: rows.map(({ name, persons, groups, links, share }) => [
        name,
        persons,
        groups,
        links,
        share.toFixed(4),
      ]),
    },
    { escapeFormulae: true },
  );
}
