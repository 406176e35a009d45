/**
 * People of a large board at low detail, painted as dots on one canvas element. Selected and marked people
 * stay nodes; zooming in mounts all as nodes again.
 */
import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useWorkspace } from '../../state/workspace.ts';
import { type Dots, paintDots } from './crowdPainting.ts';
import { type Soon, usePainted } from './usePainted.ts';
import './crowd.css';

const nextFrame: Soon = (act) => {
  const frame = requestAnimationFrame(act);
  return () => cancelAnimationFrame(frame);
};

export default function Crowd() {
  const { scene } = useWorkspace();
  const api = useStoreApi();
  const canvas = usePainted(nextFrame, (context, palette) => {
    paintDots(context, { nodes: scene.nodes, palette, ...sightOf(api.getState()) });
  });
  return <canvas ref={canvas} className="crowd" />;
}

function sightOf({
  transform: [x, y, zoom],
  width,
  height,
}: ReactFlowState): Omit<Dots, 'nodes' | 'palette'> {
  return { x, y, zoom, width, height, ratio: window.devicePixelRatio || 1 };
}
