/**
 * Presenting: the bars away, the whole screen where the browser allows it, and the groups of this view stepped
 * through in reading order. Escape leaves.
 */
import { useReactFlow } from '@xyflow/react';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isGroupKind } from '../../../shared/model/kinds.ts';
import { inReadingOrder } from '../../canvas/keyboard/readingOrder.ts';
import { nameOf } from '../../state/describe.ts';
import { usePanels } from '../../state/panels.ts';
import { fitBoard, fitNodes } from '../../state/viewport.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { unusable } from '../../ui/Tip.tsx';
import { useFacilitateMessages } from './messages.ts';
import './presenting.css';

export default function Presenting() {
  const { store } = useWorkspace();
  const panels = usePanels();
  const flow = useReactFlow();
  const said = useFacilitateMessages();
  const [step, setStep] = useState(0);
  useStoreVersion(store);
  const groups = inReadingOrder([...store.nodes.values()].filter(({ kind }) => isGroupKind(kind)));
  const at = Math.min(step, groups.length);
  const group = at === 0 ? undefined : groups[at - 1];
  const id = group?.id;
  const count = useRef(groups.length);
  count.current = groups.length;

  useEffect(() => {
    if (id === undefined) fitBoard(flow);
    else fitNodes(flow, new Set([id]));
  }, [flow, id]);

  useEffect(() => {
    const root = document.documentElement;
    root.dataset['presenting'] = 'on';
    // Not every browser has it, and none must: the bars are away either way.
    root.requestFullscreen?.().catch(() => {});
    const leave = () => panels.setState({ presenting: false });
    const move = (by: number) => setStep((now) => Math.min(count.current, Math.max(0, now + by)));
    const onKeyDown = (event: KeyboardEvent) => {
      const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
      const next = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.key === 'Escape') leave();
      else if (event.key === next || event.key === 'PageDown') move(1);
      else if (event.key === back || event.key === 'PageUp') move(-1);
      else if (event.key === 'Home') setStep(0);
      else if (event.key !== ' ' || target.closest('button') !== null) return;
      else move(1);
      event.preventDefault();
      event.stopPropagation();
    };
    const onFullscreen = () => {
      if (document.fullscreenElement === null) leave();
    };
    window.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('fullscreenchange', onFullscreen);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('fullscreenchange', onFullscreen);
      delete root.dataset['presenting'];
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => {});
    };
  }, [panels]);

  const name = group === undefined ? said.whole : nameOf(group);
  return (
    <div className="presenting-bar bar" role="toolbar" aria-label={said.presenting} title={said.presentHint}>
      <button
        type="button"
        className="icon-button is-small"
        aria-label={said.back}
        onClick={() => setStep(at - 1)}
        {...unusable(at === 0 ? said.presentingFirst : null)}
      >
        <ChevronLeft className="mirrors" size={16} aria-hidden="true" />
      </button>
      <span role="status">
        <bdi>{name}</bdi>
        {at > 0 && <small>{said.step(at, groups.length)}</small>}
      </span>
      <button
        type="button"
        className="icon-button is-small"
        aria-label={said.next}
        onClick={() => setStep(at + 1)}
        {...unusable(at === groups.length ? said.presentingLast : null)}
      >
        <ChevronRight className="mirrors" size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button is-small"
        aria-label={said.leave}
        onClick={() => panels.setState({ presenting: false })}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
