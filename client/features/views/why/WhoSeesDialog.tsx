/** Who can see an element, and who cannot: every viewpoint in one list; each leads to why. */
import { Eye, EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';
import { fold, wordsOf } from '../../../../shared/text/foldText.ts';
import { elementName, viewpointName } from '../../../state/viewpointNames.ts';
import { useViews } from '../../../state/views.ts';
import { useAnswer } from '../../../state/visibilityWorker/useAnswer.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { said } from '../../../ui/bidiIsolate.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { useViewsMessages } from '../messages.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';
import { allViewpoints } from './order.ts';
import './why.css';

/** More are found by searching. */
const MAX_SHOWN = 300;

export default function WhoSeesDialog({ id }: { readonly id: ElementId }) {
  const { store, visibilityWorker } = useWorkspace();
  const views = useViews();
  const { who } = useViewsMessages();
  const [query, setQuery] = useState('');
  const question = useMemo(() => ({ kind: 'who-sees', element: id }) as const, [id]);
  const answer = useAnswer<'who-sees'>(visibilityWorker, question);
  const seen = new Set(answer?.viewers.map(({ viewpoint }) => viewpoint));
  const words = wordsOf(query);
  const found = allViewpoints(store).filter((viewpoint) => {
    const name = fold(viewpointName(store, viewpoint));
    return words.every((word) => name.includes(word));
  });
  const row = (viewpoint: Viewpoint, sees: boolean) => {
    const name = viewpointName(store, viewpoint);
    return (
      <button
        type="button"
        key={viewpoint}
        className="menu-item"
        title={sees ? who.why(name) : who.whyNot(name)}
        onClick={() => views.setState({ whoSees: null, why: { element: id, viewpoint }, path: [] })}
      >
        <ViewpointGlyph store={store} viewpoint={viewpoint} />
        <bdi className="grow">{name}</bdi>
        {sees ? <Eye size={15} aria-hidden="true" /> : <EyeOff size={15} aria-hidden="true" />}
      </button>
    );
  };
  const part = (heading: string, sees: boolean) => {
    const viewpoints = found.filter((viewpoint) => seen.has(viewpoint) === sees).slice(0, MAX_SHOWN);
    if (viewpoints.length === 0) return null;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to forms.
      <div role="group" aria-label={heading}>
        <div className="menu-heading" aria-hidden="true">
          {heading}
        </div>
        {viewpoints.map((viewpoint) => row(viewpoint, sees))}
      </div>
    );
  };
  return (
    <DialogFrame
      title={who.title(said(elementName(store, id)))}
      hint={answer === null ? who.working : who.count(answer.viewers.length, answer.of)}
      onClose={() => views.setState({ whoSees: null })}
    >
      <div className="dialog-body">
        <input
          className="input"
          type="search"
          dir="auto"
          placeholder={who.find}
          aria-label={who.find}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        {answer !== null && (
          <div className="who-list">
            {part(who.can, true)}
            {part(who.cannot, false)}
          </div>
        )}
      </div>
    </DialogFrame>
  );
}
