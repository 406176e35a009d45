/** Cut points: people without whom the board falls apart, into which parts, and what others would lose sight of. */
import { useMemo, useState } from 'react';
import type { Holding } from '../../../../shared/explain/exposure.ts';
import type { ElementId, NodeId } from '../../../../shared/model/ids.ts';
import { elementName } from '../../../state/viewpointNames.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { said } from '../../../ui/bidiIsolate.ts';
import { useViewsMessages } from '../messages.ts';
import { PreviewList } from '../preview/PreviewList.tsx';
import { usePreview } from '../preview/usePreview.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';
import { useNumbers } from './useNumbers.ts';

export function Leaving({ holding }: { readonly holding: readonly Holding[] }) {
  const { store } = useWorkspace();
  const { exposure: words } = useViewsMessages();
  const numbers = useNumbers();
  const [asked, setAsked] = useState<NodeId | null>(null);
  return (
    <>
      <p className="hint exposure-hint">{holding.length === 0 ? words.nobody : words.leavingHint}</p>
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

const MAX_NAMED = 12;

function Left({ person, parts }: Holding) {
  const { store, visibilityWorker } = useWorkspace();
  const { exposure: words, preview } = useViewsMessages();
  const edits = useMemo(() => [{ type: 'remove', id: person } as const], [person]);
  const changes = usePreview(visibilityWorker, edits);
  const names = (ids: readonly ElementId[]) =>
    ids
      .slice(0, MAX_NAMED)
      .map((id) => said(elementName(store, id)))
      .join(preview.and) + (ids.length > MAX_NAMED ? ` ${preview.andMore(ids.length - MAX_NAMED)}` : '');
  return (
    <div className="exposure-left">
      <p className="exposure-part">{words.cutOff}</p>
      <ul>
        {parts.slice(1).map((part) => (
          <li key={part[0]}>{names(part)}</li>
        ))}
      </ul>
      <p className="hint exposure-hint">{words.leaveHint}</p>
      {changes === null ? (
        <p className="hint exposure-hint">{preview.working}</p>
      ) : (
        <PreviewList store={store} changes={changes} />
      )}
    </div>
  );
}
