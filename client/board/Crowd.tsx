/**
 * The people of a board too large for a drawing each, seen from afar: dots, painted at once. What a person is
 * in hand is drawn as ever; everybody else comes back as a node as soon as one looks closer.
 */
import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { readPalette } from '../panels/mapPainting.ts';
import { usePreferences } from '../ui/locale.ts';
import { type Dots, paintDots } from './crowdPainting.ts';
import { useWorkspace } from './workspace.ts';

export default function Crowd() {
  const { theme } = usePreferences();
  const { scene } = useWorkspace();
  const api = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours.
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const palette = readPalette(element);
    let frame = 0;
    const paint = () => {
      frame = 0;
      paintDots(context, { nodes: scene.nodes, palette, ...sightOf(api.getState()) });
    };
    const soon = () => {
      frame ||= requestAnimationFrame(paint);
    };
    paint();
    const stops = [scene.subscribe(soon), api.subscribe(soon)];
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(frame);
    };
  }, [scene, api, theme]);
  return <canvas ref={canvas} className="crowd" />;
}

function sightOf({
  transform: [x, y, zoom],
  width,
  height,
}: ReactFlowState): Omit<Dots, 'nodes' | 'palette'> {
  return { x, y, zoom, width, height, ratio: window.devicePixelRatio || 1 };
}
