/** For facilitators: unconfirmed drawings by owner, to confirm or decline. */
import { useReactFlow } from '@xyflow/react';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ElementId } from '../../../shared/model/ids.ts';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { LinkSample } from '../../shapes/LinkSample.tsx';
import { usePanels } from '../../state/panels.ts';
import { elementName } from '../../state/viewpointNames.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { showElement } from '../search/showElement.ts';
import { ViewpointGlyph } from '../views/ViewpointGlyph.tsx';
import { proposeConfirming } from './confirming.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { drawingsOf, type OwnDrawings } from './drawings.ts';
import { useFacilitateMessages } from './messages.ts';
import './drawings.css';

export default function DrawingsPanel() {
  const workspace = useWorkspace();
  const { store } = workspace;
  const panels = usePanels();
  useStoreVersion(store);
  const { drawings: said } = useFacilitateMessages();
  const { close } = useMessages();
  const [chosen, setChosen] = useState<ReadonlySet<ElementId>>(new Set());
  const [declining, setDeclining] = useState<readonly ElementId[] | null>(null);
  const groups = drawingsOf(store);
  // What was confirmed, declined or deleted meanwhile is not chosen any more.
  const picked = groups
    .flatMap(({ drawings }) => drawings.map(({ id }) => id))
    .filter((id) => chosen.has(id));
  const choose = (ids: readonly ElementId[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (isChosen) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  const leave = () => panels.setState({ drawings: false });
  return (
    <aside
      className="drawings-panel popup"
      aria-label={said.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        leave();
      }}
    >
      <header>
        <h2>{said.title}</h2>
        <button type="button" className="icon-button" aria-label={close} onClick={leave}>
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <div className="drawings-list">
        <p className="hint drawings-hint">{said.hint}</p>
        {groups.length === 0 && <p className="empty drawings-hint">{said.empty}</p>}
        {groups.map((group) => (
          <OwnerGroup key={group.owner} group={group} chosen={chosen} onChoose={choose} />
        ))}
      </div>
      {groups.length > 0 && (
        <footer>
          <button
            type="button"
            className="button is-small is-danger"
            disabled={picked.length === 0}
            onClick={() => setDeclining(picked)}
          >
            {said.decline(picked.length)}
          </button>
          <button
            type="button"
            className="button is-small is-primary"
            disabled={picked.length === 0}
            onClick={() => void proposeConfirming({ workspace, panels, said }, picked)}
          >
            {said.confirm(picked.length)}
          </button>
        </footer>
      )}
      {declining !== null && <DeclineDialog ids={declining} onClose={() => setDeclining(null)} />}
    </aside>
  );
}

interface OwnerGroupProps {
  readonly group: OwnDrawings;
  readonly chosen: ReadonlySet<ElementId>;
  readonly onChoose: (ids: readonly ElementId[], isChosen: boolean) => void;
}

function OwnerGroup({ group: { owner, drawings }, chosen, onChoose }: OwnerGroupProps) {
  const workspace = useWorkspace();
  const { store } = workspace;
  const flow = useReactFlow();
  const { drawings: said } = useFacilitateMessages();
  const name = store.nodes.has(owner) ? elementName(store, owner) : said.gone;
  const ids = drawings.map(({ id }) => id);
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <fieldset>
      <legend>
        <span className="drawing-owner">
          <input
            type="checkbox"
            aria-label={said.all(name)}
            checked={count === ids.length}
            ref={(box) => {
              if (box !== null) box.indeterminate = count > 0 && count < ids.length;
            }}
            onChange={(event) => onChoose(ids, event.target.checked)}
          />
          <ViewpointGlyph store={store} viewpoint={owner} />
          <bdi>{said.by(name)}</bdi>
        </span>
      </legend>
      {drawings.map((drawing) => (
        <div key={drawing.id} className="drawing-line">
          <input
            type="checkbox"
            aria-label={said.one(elementName(store, drawing.id))}
            checked={chosen.has(drawing.id)}
            onChange={(event) => onChoose([drawing.id], event.target.checked)}
          />
          <button
            type="button"
            aria-label={said.show(elementName(store, drawing.id))}
            onClick={() => showElement(workspace, { id: drawing.id, flow })}
          >
            <Sign drawing={drawing} />
            <bdi>{elementName(store, drawing.id)}</bdi>
          </button>
        </div>
      ))}
    </fieldset>
  );
}

function Sign({ drawing }: { readonly drawing: NodeSnapshot | LinkSnapshot }) {
  return 'source' in drawing ? (
    <LinkSample kind={drawing.kind} width={20} />
  ) : (
    <KindGlyph kind={drawing.kind} hue={drawing.color} label={drawing.label} size={20} />
  );
}
