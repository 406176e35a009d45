/**
 * The whole board, small; a press or drag in it moves the view. Painted on a canvas a few times a second:
 * one more element per node would cost more than the board itself.
 */
import { type ReactFlowState, useReactFlow, useStoreApi } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { frameOf, type MapFrame, paintMap } from '../../canvas/painting/mapPainting.ts';
import { type Soon, usePainted } from '../../canvas/painting/usePainted.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import './minimap.css';

const WIDTH = 168;
const HEIGHT = 108;
const PAINT_INTERVAL_MS = 120;

const aLittleLater: Soon = (act) => {
  const timer = setTimeout(act, PAINT_INTERVAL_MS);
  return () => clearTimeout(timer);
};

/** The part of the board that is in sight. */
function sight({ transform: [x, y, zoom], width, height }: ReactFlowState): MapFrame {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

export function Minimap() {
  const { zoom } = useMessages();
  const { scene } = useWorkspace();
  const flow = useReactFlow();
  const api = useStoreApi();
  const canvas = usePainted(aLittleLater, (context, palette) => {
    const inSight = sight(api.getState());
    const frame = frameOf(scene.nodes, { inSight, aspect: WIDTH / HEIGHT });
    const ratio = window.devicePixelRatio || 1;
    const { canvas: element } = context;
    if (element.width !== WIDTH * ratio) element.width = WIDTH * ratio;
    if (element.height !== HEIGHT * ratio) element.height = HEIGHT * ratio;
    const scale = (WIDTH * ratio) / frame.width;
    paintMap(context, { nodes: scene.nodes, palette, frame, inSight, scale });
  });

  const moveTo = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const frame = frameOf(scene.nodes, { inSight: sight(api.getState()), aspect: WIDTH / HEIGHT });
    const x = frame.x + ((event.clientX - box.left) / box.width) * frame.width;
    const y = frame.y + ((event.clientY - box.top) / box.height) * frame.height;
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };
  return (
    <div className="minimap bar">
      <canvas ref={canvas} role="img" aria-label={zoom.map} onPointerDown={moveTo} onPointerMove={moveTo} />
    </div>
  );
}
