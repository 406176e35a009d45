/**
 * Exposure: how much each viewpoint sees, what is seen by most, which groups know each other, and whom the board
 * hangs on. Counted in the worker by the rules of visibility.
 */
import { Tabs } from '@base-ui/react/tabs';
import { ArrowDown, ArrowUp, Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Exposure, Holding } from '../../../shared/explain/exposure.ts';
import type { ElementId, NodeId } from '../../../shared/model/ids.ts';
import { useWorkspace } from '../../board/workspace.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { usePreferences } from '../../ui/locale.ts';
import { useSeeing } from '../../ui/messages/seeing.ts';
import { elementName, viewpointName } from '../names.ts';
import { PreviewList } from '../preview/PreviewList.tsx';
import { usePreview } from '../preview/usePreview.ts';
import { said } from '../said.ts';
import { useAnswer } from '../useAnswer.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';
import { useViews } from '../views.ts';
import { type Column, exposureCsv, type NamedRow, type Sorting, sortedRows } from './table.ts';
import './exposure.css';

const QUESTION = { kind: 'exposure' } as const;
/** More rows than this are no reading; the file has them all. */
const MOST_ROWS = 400;

export default function ExposureDialog() {
  const { seer } = useWorkspace();
  const views = useViews();
  const { exposure: words } = useSeeing();
  const found = useAnswer<'exposure'>(seer, QUESTION);
  return (
    <DialogFrame
      title={words.title}
      hint={words.hint}
      className="exposure"
      onClose={() => views.setState({ exposure: false })}
    >
      <div className="dialog-body">
        {found === null ? (
          <p className="empty" role="status">
            {words.working}
          </p>
        ) : (
          <Parts found={found} />
        )}
      </div>
    </DialogFrame>
  );
}

function Parts({ found }: { readonly found: Exposure }) {
  const { exposure: words } = useSeeing();
  return (
    <Tabs.Root defaultValue="views">
      <Tabs.List className="exposure-tabs">
        {(['views', 'seen', 'pairs', 'leaving'] as const).map((tab) => (
          <Tabs.Tab key={tab} value={tab} className="exposure-tab">
            {words.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="views">
        <Views found={found} />
      </Tabs.Panel>
      <Tabs.Panel value="seen">
        <MostSeen found={found} />
      </Tabs.Panel>
      <Tabs.Panel value="pairs">
        <Pairs found={found} />
      </Tabs.Panel>
      <Tabs.Panel value="leaving">
        <Leaving holding={found.holding} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function useNumbers() {
  const { locale } = usePreferences();
  return useMemo(
    () => ({
      count: new Intl.NumberFormat(locale, { useGrouping: false }),
      percent: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
    }),
    [locale],
  );
}

const COLUMNS = ['persons', 'groups', 'links', 'share'] as const satisfies readonly Column[];

function Views({ found }: { readonly found: Exposure }) {
  const { store } = useWorkspace();
  const views = useViews();
  const { exposure: words, why, preview } = useSeeing();
  const numbers = useNumbers();
  const [sorting, setSorting] = useState<Sorting>({ by: 'share', descending: true });
  const [onlyGroups, setOnlyGroups] = useState(false);
  const rows = useMemo(() => {
    const named = found.rows.map((row): NamedRow => ({ ...row, name: viewpointName(store, row.viewpoint) }));
    const wanted = onlyGroups
      ? named.filter(({ viewpoint }) => store.nodes.get(viewpoint as NodeId)?.kind !== 'person')
      : named;
    return sortedRows(wanted, sorting);
  }, [found, store, sorting, onlyGroups]);
  const heading = (by: Column) => (by === 'name' ? words.viewpoint : words[by]);
  const sortBy = (by: Column) =>
    setSorting({ by, descending: sorting.by === by ? !sorting.descending : by !== 'name' });
  const column = (by: Column) => (
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
            {rows.slice(0, MOST_ROWS).map((row) => (
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
        {rows.length > MOST_ROWS && <p className="hint">{preview.andMore(rows.length - MOST_ROWS)}</p>}
      </section>
    </>
  );
}

function saveCsv(text: string): void {
  const link = document.createElement('a');
  // The mark tells spreadsheets that it is UTF-8.
  link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  link.download = 'exposure.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function MostSeen({ found }: { readonly found: Exposure }) {
  const { store } = useWorkspace();
  const views = useViews();
  const { exposure: words } = useSeeing();
  return (
    <ul className="exposure-list">
      {found.mostSeen.map(({ id, viewers }) => (
        <li key={id}>
          <button
            type="button"
            className="menu-item"
            onClick={() => views.setState({ exposure: false, whoSees: id })}
          >
            <bdi className="grow">{elementName(store, id)}</bdi>
            <span className="end">{words.of(viewers, found.viewpoints)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Pairs({ found: { acquainted } }: { readonly found: Exposure }) {
  const { store } = useWorkspace();
  const views = useViews();
  const { exposure: words, preview } = useSeeing();
  return (
    <>
      <p className="hint">{acquainted.length === 0 ? words.noPairs : words.pairsHint}</p>
      <ul className="exposure-list">
        {acquainted.slice(0, MOST_ROWS).map(([one, other]) => (
          <li key={`${one} ${other}`}>
            <button
              type="button"
              className="menu-item"
              onClick={() => views.setState({ exposure: false, lens: { a: one, b: other } })}
            >
              <ViewpointGlyph store={store} viewpoint={one} size={18} />
              <bdi>{elementName(store, one)}</bdi>
              <span aria-hidden="true">↔</span>
              <ViewpointGlyph store={store} viewpoint={other} size={18} />
              <bdi>{elementName(store, other)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {acquainted.length > MOST_ROWS && (
        <p className="hint">{preview.andMore(acquainted.length - MOST_ROWS)}</p>
      )}
    </>
  );
}

function Leaving({ holding }: { readonly holding: readonly Holding[] }) {
  const { store } = useWorkspace();
  const { exposure: words } = useSeeing();
  const numbers = useNumbers();
  const [asked, setAsked] = useState<NodeId | null>(null);
  return (
    <>
      <p className="hint">{holding.length === 0 ? words.nobody : words.leavingHint}</p>
      <ul className="exposure-list">
        {holding.map(({ person, parts }) => {
          const name = elementName(store, person);
          return (
            <li key={person}>
              <button
                type="button"
                className="menu-item"
                aria-expanded={asked === person}
                title={words.leave(name)}
                onClick={() => setAsked(asked === person ? null : person)}
              >
                <ViewpointGlyph store={store} viewpoint={person} size={18} />
                <bdi className="grow">{name}</bdi>
                <span className="end">
                  {words.parts}: {numbers.count.format(parts.length)}
                </span>
              </button>
              {asked === person && <Left person={person} parts={parts} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const MOST_NAMED = 12;

function Left({ person, parts }: Holding) {
  const { store, seer } = useWorkspace();
  const { exposure: words, preview } = useSeeing();
  const edits = useMemo(() => [{ type: 'remove', id: person } as const], [person]);
  const changes = usePreview(seer, edits);
  const names = (ids: readonly ElementId[]) =>
    ids
      .slice(0, MOST_NAMED)
      .map((id) => said(elementName(store, id)))
      .join(preview.and) + (ids.length > MOST_NAMED ? ` ${preview.andMore(ids.length - MOST_NAMED)}` : '');
  return (
    <div className="exposure-left">
      <p className="exposure-part">{words.cutOff}</p>
      <ul>
        {parts.slice(1).map((part) => (
          <li key={part[0]}>{names(part)}</li>
        ))}
      </ul>
      <p className="hint">{words.leaveHint}</p>
      {changes === null ? (
        <p className="hint">{preview.working}</p>
      ) : (
        <PreviewList store={store} changes={changes} />
      )}
    </div>
  );
}
