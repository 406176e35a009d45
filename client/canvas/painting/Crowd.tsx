/**
 * The people of a board too large for a drawing each, seen from afar: dots, painted at once. What a person is
 * in hand is drawn as ever; everybody else comes back as a node as soon as one looks closer.
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
