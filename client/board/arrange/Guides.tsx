/** The lines on which what is being dragged agrees with its neighbours. */
import { useStore, ViewportPortal } from '@xyflow/react';
import { useSelected } from '../workspace.ts';

export function Guides() {
  const guides = useSelected((state) => state.guides);
  const zoom = useStore(({ transform }) => transform[2]);
  if (guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="connect-layer" aria-hidden="true">
        {guides.map(({ axis, at, from, to }) => (
          <path
            key={`${axis} ${at}`}
            className="guide-line"
            strokeWidth={1 / zoom}
            d={axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}
