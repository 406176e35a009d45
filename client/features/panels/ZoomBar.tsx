/** Zoom, fit, undo and redo. */
import { type ReactFlowState, useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus, Redo2, Undo2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { canCreate } from '../../state/rights.ts';
import { fitBoard, zoomBy, zoomTo } from '../../state/viewport.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { IconButton } from '../../ui/Tip.tsx';
import './zoomBar.css';

const percentOf = ({ transform }: ReactFlowState) => Math.round(transform[2] * 100);

export function ZoomBar() {
  const { history, rights } = useWorkspace();
  const flow = useReactFlow();
  const percent = useStore(percentOf);
  const { zoom, undo, redo, handling } = useMessages();
  const { locale } = usePreferences();
  const { canUndo, canRedo } = useSyncExternalStore(
    (listener) => history.subscribe(listener),
    () => history.state,
  );
  const shown = new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100);
  return (
    <div className="zoom-bar bar" role="toolbar" aria-label={zoom.label}>
      <IconButton small data-step side="top" label={zoom.out} hint="Ctrl −" onClick={() => zoomBy(flow, 0.8)}>
        <Minus size={16} aria-hidden="true" />
      </IconButton>
      <button
        type="button"
        className="zoom-percent numeric"
        aria-label={`${zoom.reset}, ${shown}`}
        aria-pressed={percent === 100}
        onClick={() => zoomTo(flow, 1)}
      >
        {shown}
      </button>
      <IconButton small data-step side="top" label={zoom.in} hint="Ctrl +" onClick={() => zoomBy(flow, 1.25)}>
        <Plus size={16} aria-hidden="true" />
      </IconButton>
      <IconButton small side="top" label={zoom.fit} hint="1" onClick={() => fitBoard(flow)}>
        <Maximize size={15} aria-hidden="true" />
      </IconButton>
      {canCreate(rights) && (
        <>
          <span className="separator" />
          <IconButton
            small
            side="top"
            className="flip"
            label={undo}
            hint="Ctrl Z"
            whyNot={canUndo ? null : handling.nothingToUndo}
            onClick={() => history.undo()}
          >
            <Undo2 size={16} aria-hidden="true" />
          </IconButton>
          <IconButton
            small
            side="top"
            className="flip"
            label={redo}
            hint="Ctrl Shift Z"
            whyNot={canRedo ? null : handling.nothingToRedo}
            onClick={() => history.redo()}
          >
            <Redo2 size={16} aria-hidden="true" />
          </IconButton>
        </>
      )}
    </div>
  );
}
