/** The corners by which a selected group or note is made larger or smaller. */
import { useReactFlow } from '@xyflow/react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { NodeId } from '../../../shared/model/ids.ts';
import { useMessages } from '../../ui/locale.ts';
import { useWorkspace } from '../workspace.ts';
import { resizeNode } from './resizing.ts';
import { CORNERS, type Corner, type Placed, pulled } from './sizes.ts';

export interface ResizeHandlesProps {
  readonly id: NodeId;
  readonly width: number;
  readonly height: number;
}

const HALF = 4;

export function ResizeHandles({ id, width, height }: ResizeHandlesProps) {
  const workspace = useWorkspace();
  const { editing } = useMessages();
  const flow = useReactFlow();
  const start = (corner: Corner) => (event: ReactPointerEvent) => {
    const { scene, ui } = workspace;
    const shape = scene.restingShape(id);
    if (event.button !== 0 || shape === null || ui.getState().cancelDrag !== null) return;
    event.stopPropagation();
    const grip = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    // The pointer keeps its distance from the corner it took hold of.
    const off = {
      x: shape.x + (corner.x * shape.width) / 2 - grip.x,
      y: shape.y + (corner.y * shape.height) / 2 - grip.y,
    };
    let placed: Placed | null = null;
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      const { x, y } = flow.screenToFlowPosition({ x: clientX, y: clientY });
      placed = pulled(shape, { corner, to: { x: x + off.x, y: y + off.y } });
      scene.reshape(id, placed);
    };
    const end = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', end);
      ui.setState({ cancelDrag: null });
      scene.reshape(id, null);
    };
    const drop = () => {
      if (placed !== null) resizeNode(workspace, { id, ...placed });
      end();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', end);
    ui.setState({ cancelDrag: end });
  };
  return (
    <g className="resizers nodrag nopan">
      {CORNERS.map((corner) => {
        const [x, y] = [corner.x < 0 ? 0 : width, corner.y < 0 ? 0 : height];
        return (
          <g
            key={`${corner.x} ${corner.y}`}
            className={`resizer ${corner.x === corner.y ? 'is-falling' : 'is-rising'}`}
            onPointerDown={start(corner)}
          >
            <title>{editing.resize}</title>
            <rect className="resizer-hit" x={x - 12} y={y - 12} width={24} height={24} />
            <rect x={x - HALF} y={y - HALF} width={2 * HALF} height={2 * HALF} rx={2} />
          </g>
        );
      })}
    </g>
  );
}
