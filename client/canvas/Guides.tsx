/**
 * Alignment guides. Each is a compositor layer of its own that is only translated and scaled: drawn with the
 * rest, each step of a drag would lay out and repaint half of the window.
 */
import { useStore, ViewportPortal } from '@xyflow/react';
import type { Guide } from '../state/ui.ts';
import { useSelected } from '../state/workspace.ts';
import './guides.css';

export function Guides() {
  // Layers cost memory and time while the view moves, so they are mounted only during a drag.
  const isNeeded = useSelected(({ cancelDrag, guides }) => cancelDrag !== null || guides.length > 0);
  return isNeeded ? <Lines /> : null;
}

function Lines() {
  const guides = useSelected((state) => state.guides);
  const zoom = useStore(({ transform }) => transform[2]);
  // All that can be needed: showing or hiding one changes its style alone.
  return (
    <ViewportPortal>
      <div className="guides" aria-hidden="true">
        {SLOTS.map((slot) => (
          <div key={slot} className="guide-line" style={{ transform: placed(guides[slot], 1 / zoom) }} />
        ))}
      </div>
    </ViewportPortal>
  );
}

/** Three lines per axis: the two edges and the centre. */
const SLOTS = [0, 1, 2, 3, 4, 5];

function placed(guide: Guide | undefined, thickness: number): string {
  if (guide === undefined) return 'scale(0)';
  const { axis, at, from, to } = guide;
  return axis === 'x'
    ? `translate(${at - thickness / 2}px, ${from}px) scale(${thickness}, ${to - from})`
    : `translate(${from}px, ${at - thickness / 2}px) scale(${to - from}, ${thickness})`;
}
