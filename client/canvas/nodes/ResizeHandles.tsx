/** Resize handles at the corners of a selected group or note. */
import { useReactFlow } from '@xyflow/react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { ResizeSession } from '../../editing/resizeSession.ts';
import { CORNERS, type Corner } from '../../editing/sizes.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';

export interface ResizeHandlesProps {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

const HALF = 4;

export function ResizeHandles({ id, width, height }: ResizeHandlesProps) {
  const workspace = useWorkspace();
  const { editing } = useMessages();
  const flow = useReactFlow();
  const start = (corner: Corner) => (event: ReactPointerEvent) => {
    const { scene, store, ui } = workspace;
    const node = store.nodes.get(id);
    const shape = scene.restingShape(id);
    if (event.button !== 0 || node === undefined || shape === null) return;
    if (ui.getState().cancelDrag !== null) return;
    event.stopPropagation();
    const toBoard = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
      flow.screenToFlowPosition({ x: clientX, y: clientY });
    const resizeSession = new ResizeSession(workspace, { id: node.id, shape, corner, grip: toBoard(event) });
    const onMove = (moved: PointerEvent) => resizeSession.move(toBoard(moved));
    const release = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', cancel);
      ui.setState({ cancelDrag: null });
    };
    const drop = () => {
      release();
      resizeSession.drop();
    };
    const cancel = () => {
      release();
      resizeSession.cancel();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', cancel);
    ui.setState({ cancelDrag: cancel });
  };
  return (
    <g className="resizers nodrag nopan">
      {CORNERS.map((corner) => {
        const [x, y] = [(corner.x * width) / 2, (corner.y * height) / 2];
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
