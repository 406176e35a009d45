/** The inspector's part for facilitators: who can see what is selected, and what can be done about it. */
import { useMemo } from 'react';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';
import { viewpointName } from '../../../state/viewpointNames.ts';
import { useView, useViews } from '../../../state/views.ts';
import { useAnswer } from '../../../state/visibilityWorker/useAnswer.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { useStoreVersion } from '../../../sync/useStoreVersion.ts';
import { useViewsMessages } from '../messages.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';
import { inViewOrder } from './order.ts';
import './why.css';

const MAX_SHOWN = 8;

export default function WhoCanSee({ ids }: { readonly ids: readonly ElementId[] }) {
  const { store, visibilityWorker } = useWorkspace();
  const views = useViews();
  const { who } = useViewsMessages();
  const reveals = useView((state) => state.reveals);
  useStoreVersion(store);
  const [only] = ids;
  const node = ids.length === 1 && only !== undefined ? store.nodes.get(only) : undefined;
  return (
    <section>
      <h3>{who.heading}</h3>
      {ids.length === 1 && only !== undefined && <Viewers id={only} />}
      <div className="who-acts">
        <button
          type="button"
          className="button is-small is-quiet"
          aria-expanded={reveals}
          onClick={() => views.setState({ reveals: !reveals })}
        >
          {who.reveal}
        </button>
        <button
          type="button"
          className="button is-small is-quiet"
          onClick={() => views.setState({ audience: ids })}
        >
          {who.audience}
        </button>
        {node?.kind === 'person' && visibilityWorker !== null && (
          <button
            type="button"
            className="button is-small is-quiet"
            onClick={() => views.setState({ moving: node.id })}
          >
            {who.move}
          </button>
        )}
      </div>
    </section>
  );
}

function Viewers({ id }: { readonly id: ElementId }) {
  const { store, visibilityWorker } = useWorkspace();
  const views = useViews();
  const { who } = useViewsMessages();
  const question = useMemo(() => ({ kind: 'who-sees', element: id }) as const, [id]);
  const answer = useAnswer<'who-sees'>(visibilityWorker, question);
  if (answer === null) return <p className="hint">{who.working}</p>;
  const { viewers, of } = answer;
  const sorted = inViewOrder(
    store,
    viewers.map(({ viewpoint }) => viewpoint),
  );
  const ask = (viewpoint: Viewpoint) => views.setState({ why: { element: id, viewpoint }, path: [] });
  const listed = store.element(id)?.audience != null;
  return (
    <>
      <p className="hint" data-testid="who-count">
        {viewers.length === 0
          ? who.nobody
          : viewers.length === of
            ? who.everybody
            : who.count(viewers.length, of)}
        {listed && ` ${who.listed}`}
      </p>
      <div className="who-chips">
        {sorted.slice(0, MAX_SHOWN).map((viewpoint) => (
          <button
            type="button"
            key={viewpoint}
            title={who.why(viewpointName(store, viewpoint))}
            onClick={() => ask(viewpoint)}
          >
            <ViewpointGlyph store={store} viewpoint={viewpoint} size={15} />
            <bdi>{viewpointName(store, viewpoint)}</bdi>
          </button>
        ))}
        <button type="button" onClick={() => views.setState({ whoSees: id })}>
          {sorted.length > MAX_SHOWN ? who.more(sorted.length - MAX_SHOWN) : who.all}
        </button>
      </div>
    </>
  );
}
