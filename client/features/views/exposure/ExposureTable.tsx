/** The exposure table: what each viewpoint sees, sortable by any column, saved as a file, with a way to view as it. */

import { ArrowDown, ArrowUp, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Exposure } from '../../../../shared/explain/exposure.ts';
import { viewpointName } from '../../../state/viewpointNames.ts';
import { useViews } from '../../../state/views.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { saveFile } from '../../images/saveFile.ts';
import { useViewsMessages } from '../messages.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';
import { type ExposureColumn, exposureCsv, type NamedRow, type Sorting, sortedRows } from './table.ts';
import { useNumbers } from './useNumbers.ts';

/** More rows than this are no reading; the file has them all. */
export const MAX_ROWS = 400;

const COLUMNS = ['persons', 'groups', 'links', 'share'] as const satisfies readonly ExposureColumn[];

export function ExposureTable({ found }: { readonly found: Exposure }) {
  const { store } = useWorkspace();
  const views = useViews();
  const { exposure: words, why, preview } = useViewsMessages();
  const numbers = useNumbers();
  const [sorting, setSorting] = useState<Sorting>({ by: 'share', descending: true });
  const [onlyGroups, setOnlyGroups] = useState(false);
  const rows = useMemo(() => {
    const named = found.rows.map((row): NamedRow => ({ ...row, name: viewpointName(store, row.viewpoint) }));
    const wanted = onlyGroups
      ? named.filter(({ viewpoint }) => store.nodes.get(viewpoint)?.kind !== 'person')
      : named;
    return sortedRows(wanted, sorting);
  }, [found, store, sorting, onlyGroups]);
  const heading = (by: ExposureColumn) => (by === 'name' ? words.viewpoint : words[by]);
  const sortBy = (by: ExposureColumn) =>
    setSorting({ by, descending: sorting.by === by ? !sorting.descending : by !== 'name' });
  const column = (by: ExposureColumn) => (
    <th
      key={by}
      scope="col"
      aria-sort={sorting.by !== by ? 'none' : sorting.descending ? 'descending' : 'ascending'}
    >
      <button type="button" title={words.sort(heading(by))} onClick={() => sortBy(by)}>
        {heading(by)}
        {sorting.by === by &&
          (sorting.descending ? (
            <ArrowDown size={13} aria-hidden="true" />
          ) : (
            <ArrowUp size={13} aria-hidden="true" />
          ))}
      </button>
    </th>
  );
  return (
    <>
      <div className="exposure-bar">
        <label className="exposure-check">
          <input type="checkbox" checked={onlyGroups} onChange={() => setOnlyGroups(!onlyGroups)} />
          {words.onlyGroups}
        </label>
        <span className="grow" />
        <button
          type="button"
          className="button is-small is-outlined"
          onClick={() => saveCsv(exposureCsv(rows, words))}
        >
          <Download size={15} aria-hidden="true" />
          {words.csv}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard. */}
      <section className="exposure-scroll" aria-label={words.tabs.views} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {column('name')}
              {COLUMNS.map(column)}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MAX_ROWS).map((row) => (
              <tr key={row.viewpoint}>
                <th scope="row">
                  <button
                    type="button"
                    title={why.viewAs(row.name)}
                    onClick={() => views.setState({ exposure: false, lens: { a: row.viewpoint, b: null } })}
                  >
                    <ViewpointGlyph store={store} viewpoint={row.viewpoint} size={18} />
                    <bdi>{row.name}</bdi>
                  </button>
                </th>
                <td>{numbers.count.format(row.persons)}</td>
                <td>{numbers.count.format(row.groups)}</td>
                <td>{numbers.count.format(row.links)}</td>
                <td>
                  <i className="exposure-share" aria-hidden="true">
                    <i style={{ inlineSize: `${row.share * 100}%` }} />
                  </i>
                  {numbers.percent.format(row.share)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length > MAX_ROWS && (
          <p className="hint exposure-hint">{preview.andMore(rows.length - MAX_ROWS)}</p>
        )}
      </section>
    </>
  );
}

function saveCsv(text: string): void {
  // The mark tells spreadsheets that it is UTF-8.
  saveFile(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }), 'exposure.csv');
}
