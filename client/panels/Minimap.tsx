/**
 * The whole board, small; a press or drag in it moves the view. Painted on a canvas a few times a second:
 * one more element per node would cost more than the board itself.
 */
import { type ReactFlowState, useReactFlow, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef } from 'react';
import { useWorkspace } from '../board/workspace.ts';
import { useMessages, usePreferences } from '../ui/locale.ts';
import { type Frame, frameOf, paintMap, readPalette } from './mapPainting.ts';

const WIDTH = 168;
const HEIGHT = 108;
const PAINT_EVERY_MS = 120;

/** The part of the board that is in sight. */
function sight({ transform: [x, y, zoom], width, height }: ReactFlowState): Frame {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

export function Minimap() {
  const { zoom } = useMessages();
  const { theme } = usePreferences();
  const { scene } = useWorkspace();
  const flow = useReactFlow();
  const api = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours.
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = WIDTH * ratio;
    element.height = HEIGHT * ratio;
    const palette = readPalette(element);
    let timer: ReturnType<typeof setTimeout> | null = null;
    const paint = () => {
      timer = null;
      const inSight = sight(api.getState());
      const frame = frameOf(scene.nodes, { inSight, aspect: WIDTH / HEIGHT });
      paintMap(context, {
        nodes: scene.nodes,
        palette,
        frame,
        inSight,
        scale: (WIDTH * ratio) / frame.width,
      });
    };
    const soon = () => {
      timer ??= setTimeout(paint, PAINT_EVERY_MS);
    };
    paint();
    const stops = [scene.subscribe(soon), api.subscribe(soon)];
    return () => {
      for (const stop of stops) stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [scene, api, theme]);

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
