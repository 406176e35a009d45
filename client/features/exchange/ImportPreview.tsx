/** What an import will make, before it makes it: who will see it, what becomes what, samples, and what is amiss. */
import { Eye, EyeOff, TriangleAlert, Users } from 'lucide-react';
import { useId } from 'react';
import { LIMITS } from '../../../shared/model/limits.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/locale.ts';
import { Select } from '../../ui/Select.tsx';
import { seenBy } from './audience.ts';
import { ImportSamples } from './ImportSamples.tsx';
import { ImportTroubles } from './ImportTroubles.tsx';
import { useExchangeMessages } from './messages.ts';
import { TypeMapping } from './TypeMapping.tsx';
import type { Importing, ImportPlace, ImportStage } from './useImport.ts';

export interface ImportPreviewProps {
  readonly stage: Extract<ImportStage, { at: 'preview' }>;
  readonly importing: Importing;
}

const PLACES: readonly ImportPlace[] = ['beside', 'view', 'file'];
const EYES = { facilitator: EyeOff, mine: Users, all: Eye } as const;
/** So many names of columns are told. */
const MAX_NAMES = 8;

export function ImportPreview({ stage, importing }: ImportPreviewProps) {
  const { overview, outline, choices, place, file } = stage;
  const workspace = useWorkspace();
  useStoreVersion(workspace.store);
  const messages = useExchangeMessages();
  const { cancel } = useMessages();
  const placeId = useId();
  const eyes = seenBy(workspace);
  const Glyph = EYES[eyes];
  const room = LIMITS.nodes - workspace.store.nodes.size;
  const count = outline?.nodes ?? 0;
  const tooMany = count > room ? messages.import.tooManyForBoard(Math.max(0, room)) : null;
  const nothing = outline !== null && count === 0 ? messages.import.nothing : null;
  const whyNot = outline === null ? messages.import.reading : (nothing ?? tooMany);
  const names =
    overview.extra.slice(0, MAX_NAMES).join(', ') + (overview.extra.length > MAX_NAMES ? '…' : '');
  return (
    <>
      <div className="dialog-body import-preview">
        <p className="import-what" role="status">
          <strong>
            {outline === null
              ? messages.import.reading
              : messages.import.from(
                  messages.both(outline.nodes, outline.links),
                  `\u2068${file}\u2069`,
                  overview.formatLabel,
                )}
          </strong>
        </p>
        <p className={`import-eyes ${eyes === 'all' ? 'is-warning' : ''}`}>
          <Glyph size={16} aria-hidden="true" />
          <span>{messages.import.seenBy[eyes]}</span>
        </p>
        {outline !== null && <ImportTroubles troubles={outline.troubles} />}
        {tooMany !== null && (
          <p className="import-eyes is-warning" role="alert">
            <TriangleAlert size={16} aria-hidden="true" />
            <span>{tooMany}</span>
          </p>
        )}
        {nothing !== null && <p role="alert">{nothing}</p>}
        {overview.encoding !== null && (
          <p className="dialog-hint">{messages.import.encoding(overview.encoding)}</p>
        )}
        <TypeMapping overview={overview} mapping={choices.mapping} onChange={importing.setMapping} />
        {outline !== null && <ImportSamples outline={outline} />}
        <div className="import-options">
          <label htmlFor={placeId}>{messages.import.place}</label>
          <Select<ImportPlace>
            id={placeId}
            value={place}
            onChoose={importing.setPlace}
            choices={PLACES.map((one) => ({
              value: one,
              label: messages.import.places[one],
              ...(one === 'file' &&
                outline?.placed === 0 && { whyNot: messages.import.unplaced(outline.nodes) }),
            }))}
          />
        </div>
        {outline !== null && outline.placed < outline.nodes && (
          <p className="dialog-hint">{messages.import.unplaced(outline.nodes - outline.placed)}</p>
        )}
        {overview.extra.length > 0 && (
          <label className="import-check">
            <input
              type="checkbox"
              checked={choices.keepExtra}
              onChange={({ target }) => importing.setKeepExtra(target.checked)}
            />
            <span>{messages.import.keepExtra(`\u2068${names}\u2069`)}</span>
          </label>
        )}
      </div>
      <div className="dialog-foot is-sticky">
        <button type="button" className="button is-quiet" onClick={importing.back}>
          {messages.import.another}
        </button>
        <span className="grow" />
        <button type="button" className="button is-outlined" onClick={importing.cancel}>
          {cancel}
        </button>
        <Button look="primary" whyNot={whyNot} onClick={importing.make}>
          {eyes === 'all' ? messages.import.importForAll(count) : messages.import.import(count)}
        </Button>
      </div>
    </>
  );
}
