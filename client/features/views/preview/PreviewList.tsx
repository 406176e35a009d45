/** A preview: a sentence, the rows behind it, and a warning that what was sent before cannot be taken back. */
import { ChevronRight, Eye, EyeOff, Info } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ViewChange } from '../../../../shared/explain/preview.ts';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';
import { elementName, viewpointName } from '../../../state/viewpointNames.ts';
import type { BoardStore } from '../../../sync/store.ts';
import { said } from '../../../ui/bidiIsolate.ts';
import { usePreferences } from '../../../ui/locale.ts';
import { useViewsMessages } from '../messages.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';
import { type PreviewRow, previewRows } from './rows.ts';
import { previewSummary } from './summary.ts';
import './preview.css';

export interface PreviewListProps {
  readonly store: BoardStore;
  readonly changes: readonly ViewChange[];
  /** What is not on the board yet, by id. */
  readonly nameOf?: (id: string) => string | undefined;
}

/** More rows than this are shown on demand. */
const ROWS = 60;
const NAMES = 40;

export function PreviewList({ store, changes, nameOf }: PreviewListProps) {
  const { preview } = useViewsMessages();
  const { locale } = usePreferences();
  const [whole, setWhole] = useState(false);
  const rows = useMemo(
    () => previewRows(changes, (id) => store.nodes.get(id)?.kind === 'person'),
    [changes, store],
  );
  const summary = useMemo(() => {
    // Names are read in the language of the page.
    void locale;
    const name = (viewpoint: Viewpoint) => said(nameOf?.(viewpoint) ?? viewpointName(store, viewpoint));
    return previewSummary(changes, { messages: preview, nameOf: name });
  }, [changes, preview, store, nameOf, locale]);
  const hides = changes.some(({ lost }) => lost.length > 0);
  const shown = whole ? rows : rows.slice(0, ROWS);
  return (
    <div className="preview">
      <p className="preview-summary" role="status">
        {summary}
      </p>
      {rows.length > 0 && (
        <ul className="preview-rows" aria-label={preview.list}>
          {shown.map((row) => (
            <Row key={row.viewpoints[0]} store={store} row={row} nameOf={nameOf} />
          ))}
        </ul>
      )}
      {shown.length < rows.length && (
        <button type="button" className="button is-small is-quiet" onClick={() => setWhole(true)}>
          {preview.showAll(rows.length)}
        </button>
      )}
      {hides && (
        <p className="preview-note">
          <Info size={15} aria-hidden="true" />
          {preview.sent}
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly store: BoardStore;
  readonly row: PreviewRow;
  readonly nameOf: ((id: string) => string | undefined) | undefined;
}

function Row({ store, row: { viewpoints, gained, lost }, nameOf }: RowProps) {
  const { preview } = useViewsMessages();
  const [open, setOpen] = useState(false);
  const first: Viewpoint = viewpoints[0] ?? 'everyone';
  const called = (viewpoint: Viewpoint) => nameOf?.(viewpoint) ?? viewpointName(store, viewpoint);
  const name =
    viewpoints.length === 1
      ? said(called(first))
      : preview.others(said(called(first)), viewpoints.length - 1);
  const names = (ids: readonly ElementId[]) =>
    ids.slice(0, NAMES).map((id) => <li key={id}>{said(nameOf?.(id) ?? elementName(store, id))}</li>);
  return (
    <li className="preview-row">
      <button type="button" className="preview-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight className="preview-chevron" size={15} aria-hidden="true" />
        <ViewpointGlyph store={store} viewpoint={first} />
        <span className="preview-name grow">{name}</span>
        {gained.length > 0 && (
          <span className="preview-count is-gain">
            <Eye size={13} aria-hidden="true" />
            {preview.gained(gained.length)}
          </span>
        )}
        {lost.length > 0 && (
          <span className="preview-count is-loss">
            <EyeOff size={13} aria-hidden="true" />
            {preview.lost(lost.length)}
          </span>
        )}
      </button>
      {open && (
        <div className="preview-names">
          {viewpoints.length > 1 && (
            <p>
              {viewpoints
                .slice(0, NAMES)
                .map((one) => said(called(one)))
                .join(preview.and)}
            </p>
          )}
          {gained.length > 0 && (
            <>
              <p className="preview-part">{preview.gains}</p>
              <ul>{names(gained)}</ul>
              {gained.length > NAMES && <p>{preview.andMore(gained.length - NAMES)}</p>}
            </>
          )}
          {lost.length > 0 && (
            <>
              <p className="preview-part">{preview.loses}</p>
              <ul>{names(lost)}</ul>
              {lost.length > NAMES && <p>{preview.andMore(lost.length - NAMES)}</p>}
            </>
          )}
        </div>
      )}
    </li>
  );
}
