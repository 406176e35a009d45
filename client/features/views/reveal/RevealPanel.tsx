/** Reveals: prepared by name, previewed, and released in one step. A panel beside the canvas, so that elements can be chosen. */
import { Plus, Trash2, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ElementId } from '../../../../shared/model/ids.ts';
import { elementName } from '../../../state/viewpointNames.ts';
import { useViews } from '../../../state/views.ts';
import { useAnswer } from '../../../state/visibilityWorker/useAnswer.ts';
import { useSelected, useWorkspace } from '../../../state/workspace.ts';
import { useStoreVersion } from '../../../sync/useStoreVersion.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMessages } from '../../../ui/locale.ts';
import { toast } from '../../../ui/toast.ts';
import { useEscape } from '../../../ui/useEscape.ts';
import { writeBoardEdits } from '../applyBoardEdits.ts';
import { useViewsMessages } from '../messages.ts';
import { PreviewList } from '../preview/PreviewList.tsx';
import { usePreview } from '../preview/usePreview.ts';
import { keepReveals, MAX_REVEAL_NAME, type Prepared, preparedReveals } from './prepared.ts';
import { ViewpointChips } from './ViewpointChips.tsx';
import './reveal.css';

export default function RevealPanel() {
  const { board, store, ui } = useWorkspace();
  const views = useViews();
  const { reveal } = useViewsMessages();
  const { close } = useMessages();
  const [reveals, setReveals] = useState<readonly Prepared[]>(() => preparedReveals(board));
  const [open, setOpen] = useState<string | null>(reveals[0]?.id ?? null);
  useEffect(() => keepReveals(board, { reveals }), [board, reveals]);
  const change = (id: string, to: Partial<Prepared> | null) =>
    setReveals((before) =>
      before.flatMap((one) => (one.id !== id ? one : to === null ? [] : { ...one, ...to })),
    );
  const add = () => {
    const id = crypto.randomUUID();
    const elements = store.elements(ui.getState().selection).map((element) => element.id);
    setReveals([...reveals, { id, name: reveal.unnamed(reveals.length + 1), elements, viewpoints: [] }]);
    setOpen(id);
  };
  const leave = () => views.setState({ reveals: false });
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, { reach: 'within', onEscape: leave });
  return (
    <section ref={panel} className="reveal-panel popup" aria-label={reveal.title}>
      <header className="reveal-head">
        <h2>{reveal.title}</h2>
        <button type="button" className="icon-button is-small" aria-label={close} onClick={leave}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      <div className="reveal-body">
        <p className="hint reveal-hint">{reveal.hint}</p>
        {reveals.length === 0 && <p className="empty">{reveal.none}</p>}
        {reveals.map((one) => (
          <div key={one.id} className="reveal-one">
            <button
              type="button"
              className="reveal-title"
              aria-expanded={one.id === open}
              onClick={() => setOpen(open === one.id ? null : one.id)}
            >
              <bdi>{one.name}</bdi>
            </button>
            {one.id === open && (
              <Reveal
                prepared={one}
                onChange={(to) => change(one.id, to)}
                onDone={() => change(one.id, null)}
              />
            )}
          </div>
        ))}
        <button type="button" className="button is-small is-outlined reveal-act" onClick={add}>
          <Plus size={15} aria-hidden="true" />
          {reveal.add}
        </button>
      </div>
    </section>
  );
}

interface RevealProps {
  readonly prepared: Prepared;
  readonly onChange: (to: Partial<Prepared>) => void;
  /** It was released, or is not wanted any more. */
  readonly onDone: () => void;
}

function Reveal({ prepared, onChange, onDone }: RevealProps) {
  const workspace = useWorkspace();
  const { store, visibilityWorker, ui } = workspace;
  const { reveal } = useViewsMessages();
  useStoreVersion(store);
  const selection = useSelected((state) => state.selection);
  // What has gone from the board meanwhile is passed over; it may come back.
  const there = (id: string) => store.element(id) !== undefined;
  const elements = prepared.elements.filter(there);
  const viewpoints = prepared.viewpoints.filter((one) => one === 'everyone' || there(one));
  const key = JSON.stringify([elements, viewpoints]);
  const question = useMemo(() => {
    const [what, whom] = JSON.parse(key) as [ElementId[], typeof viewpoints];
    return what.length > 0 && whom.length > 0
      ? ({ kind: 'reveal', elements: what, viewpoints: whom } as const)
      : null;
  }, [key]);
  const edits = useAnswer<'reveal'>(visibilityWorker, question);
  const more = store.elements(selection).flatMap(({ id }) => (prepared.elements.includes(id) ? [] : [id]));
  return (
    <div className="reveal-form">
      <label className="field">
        <span>{reveal.name}</span>
        <input
          className="input"
          dir="auto"
          maxLength={MAX_REVEAL_NAME}
          value={prepared.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </label>
      <h3>{reveal.what}</h3>
      <ul className="reveal-elements">
        {elements.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="reveal-name"
              onClick={() => ui.setState({ selection: new Set([id]) })}
            >
              <bdi>{elementName(store, id)}</bdi>
            </button>
            <button
              type="button"
              className="icon-button is-small"
              aria-label={reveal.remove(elementName(store, id))}
              onClick={() => onChange({ elements: prepared.elements.filter((other) => other !== id) })}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {elements.length === 0 && <p className="hint reveal-hint">{reveal.nothing}</p>}
      <Button
        small
        look="outlined"
        whyNot={more.length === 0 ? reveal.nothingMore : null}
        onClick={() => onChange({ elements: [...prepared.elements, ...more] })}
      >
        <Plus size={15} aria-hidden="true" />
        {reveal.addSelection}
      </Button>
      {elements.some((id) => store.links.has(id)) && <p className="hint reveal-hint">{reveal.links}</p>}
      <h3>{reveal.whom}</h3>
      <ViewpointChips
        store={store}
        viewpoints={viewpoints}
        empty={reveal.nobody}
        add={reveal.addViewpoint}
        onChange={(chosen) => onChange({ viewpoints: chosen })}
      />
      {edits === 'too-many' && <p className="hint reveal-hint">{reveal.tooMany}</p>}
      {edits !== null && edits !== 'too-many' && (
        <Release
          edits={edits}
          onRelease={() => {
            writeBoardEdits(workspace, edits);
            toast(reveal.released, { key: 'reveal' });
            onDone();
          }}
        />
      )}
      <button type="button" className="button is-small is-danger reveal-act" onClick={onDone}>
        <Trash2 size={14} aria-hidden="true" />
        {reveal.delete}
      </button>
    </div>
  );
}

interface ReleaseProps {
  readonly edits: Parameters<typeof usePreview>[1];
  readonly onRelease: () => void;
}

function Release({ edits, onRelease }: ReleaseProps) {
  const { store, visibilityWorker } = useWorkspace();
  const { reveal, preview } = useViewsMessages();
  const changes = usePreview(visibilityWorker, edits);
  return (
    <>
      {changes === null ? (
        <p className="hint reveal-hint">{preview.working}</p>
      ) : (
        <PreviewList store={store} changes={changes} />
      )}
      {edits.length > 0 && <p className="hint reveal-hint">{reveal.freezes}</p>}
      <Button
        small
        look="primary"
        whyNot={changes === null ? preview.working : edits.length === 0 ? reveal.seenAlready : null}
        onClick={onRelease}
      >
        {reveal.release}
      </Button>
    </>
  );
}
