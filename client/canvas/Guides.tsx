/**
 * The lines on which what is being dragged agrees with its neighbours. Each is a layer of its own that is only ever
 * moved and stretched: drawn with the rest they would have half the window laid out and painted anew at each step.
 */
import { useStore, ViewportPortal } from '@xyflow/react';
import type { Guide } from '../state/ui.ts';
import { useSelected } from '../state/workspace.ts';
import './guides.css';

export function Guides() {
  // Layers cost something while the board is moved about, so they are there for as long as something is dragged.
  const isNeeded = useSelected(({ cancelDrag, guides }) => cancelDrag !== null || guides.length > 0);
  return isNeeded ? <Lines /> : null;
}

function Lines() {
  const guides = useSelected((state) => state.guides);
  const zoom = useStore(({ transform }) => transform[2]);
  // As many as there can be: a line that comes or goes is a change of style alone.
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

/** Three lines each way: the two edges and the centre. */
const SLOTS = [0, 1, 2, 3, 4, 5];

function placed(guide: Guide | undefined, thickness: number): string {
  if (guide === undefined) return 'scale(0)';
  const { axis, at, from, to } = guide;
  return axis === 'x'
    ? `translate(${at - thickness / 2}px, ${from}px) scale(${thickness}, ${to - from})`
    : `translate(${from}px, ${at - thickness / 2}px) scale(${to - from}, ${thickness})`;
}
