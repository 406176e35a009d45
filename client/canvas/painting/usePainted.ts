/** A canvas element that paints the scene, repainted when nodes, the view or the theme change. */
import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { type Palette, readPalette } from '../../shapes/colors.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { usePreferences } from '../../ui/locale.ts';

/** Paints all of it. */
export type Paint = (context: CanvasRenderingContext2D, palette: Palette) => void;

/** Schedules a repaint; returns what cancels it. */
export type Soon = (act: () => void) => () => void;

/** `soon` schedules repaints; changes until then are painted together. */
export function usePainted(soon: Soon, paint: Paint): RefObject<HTMLCanvasElement | null> {
  const { theme } = usePreferences();
  const { scene } = useWorkspace();
  const api = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const paintNow = useEffectEvent(paint);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours.
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const styles = getComputedStyle(element);
    const palette = readPalette((name) => styles.getPropertyValue(name).trim());
    let callOff: (() => void) | null = null;
    const act = () => {
      callOff = null;
      paintNow(context, palette);
    };
    const onChange = () => {
      callOff ??= soon(act);
    };
    act();
    const stops = [scene.subscribe(onChange), api.subscribe(onChange)];
    return () => {
      for (const stop of stops) stop();
      callOff?.();
    };
  }, [scene, api, theme, soon]);
  return canvas;
}
