/**
 * Pan and zoom handling: marks the canvas while the view moves, sends the view to peers, handles touch
 * gestures, and keeps the selection in sight. Returns React Flow's handlers with a constant identity: React
 * Flow updates every node and link when one of them changes.
 */
import type { Viewport } from '@xyflow/react';
import { type RefObject, useEffect, useMemo } from 'react';
import { isGroupKind } from '../../shared/model/kinds.ts';
import { select } from '../state/ui.ts';
import { type Flow, middleOfView } from '../state/viewport.ts';
import type { Workspace } from '../state/workspace.ts';
import { watchPinch } from './touch/pinch.ts';
import { useKeepInSight } from './useKeepInSight.ts';

/**
 * Wheel events come in bursts: each change of the moving mark restyles everything, which costs more than any
 * single step, so the mark stays on for a while.
 */
const IDLE_MS = 250;

export interface ViewMotionOptions {
  readonly flow: Flow;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly viewport: RefObject<Viewport | null>;
}

export function useViewMotion(workspace: Workspace, { flow, frame, viewport }: ViewMotionOptions) {
  const { ui, presence, store } = workspace;
  useKeepInSight(workspace, flow);
  useEffect(() => {
    if (frame.current === null) return;
    const onStart = () => {
      ui.getState().cancelDrag?.();
      ui.setState({ linking: null, dropTarget: null });
    };
    // On a small screen a group fills the window, so touch drags it only once it is selected.
    const pansFrom = (target: Element) => {
      const { tool, selection } = ui.getState();
      if (tool !== 'select' || target.closest('.handle, .resizer, .rename') !== null) return false;
      const id = target.closest('.react-flow__node')?.getAttribute('data-id');
      const kind = id ? store.nodes.get(id)?.kind : undefined;
      return kind !== undefined && isGroupKind(kind) && !selection.has(id as string);
    };
    const onTap = (target: Element) => {
      const id = target.closest('.react-flow__node')?.getAttribute('data-id');
      if (id) select(ui, [id]);
    };
    return watchPinch(frame.current, { flow, pansFrom, onTap, onStart });
  }, [flow, frame, ui, store]);
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const rest = () => {
      timer = null;
      frame.current?.removeAttribute('data-moving');
      if (frame.current !== null) presence.set({ viewport: middleOfView(flow) });
    };
    return {
      start: () => {
        if (timer !== null) clearTimeout(timer);
        timer = null;
        frame.current?.setAttribute('data-moving', '');
      },
      end: () => {
        viewport.current = flow.getViewport();
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(rest, IDLE_MS);
      },
    };
  }, [flow, frame, presence, viewport]);
}
