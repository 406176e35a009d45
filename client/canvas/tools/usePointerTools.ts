/**
 * Pointer handling beyond React Flow's: placing new nodes, drawing links with the link tool, double-click,
 * and sending the cursor to peers.
 */
import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, type TouchEvent, useMemo } from 'react';
import type { NodeKind } from '../../../shared/model/kinds.ts';
import { createNode } from '../../editing/mutations.ts';
import { canCreate, canEdit } from '../../state/rights.ts';
import { select, type Tool } from '../../state/ui.ts';
import { tellWhyNot } from '../../state/whyNot.ts';
import type { Workspace } from '../../state/workspace.ts';
import { openMenuOn, watchLongPress } from '../menu/openMenu.ts';
import { DoubleTap } from '../touch/doubleTap.ts';
import { nodeAt } from './hit.ts';

/** How long after a touch its mouse events may still come. */
const LATE_MOUSE_MS = 1_000;

function placedKind(tool: Tool): NodeKind | null {
  return tool === 'select' || tool === 'hand' || tool === 'link' ? null : tool;
}

/** Whether an event came from the board itself, not from a field or button that lies over it. */
function onBoard({ target }: MouseEvent): boolean {
  return (
    target instanceof Element &&
    target.closest('.react-flow__renderer') !== null &&
    !target.closest('input, textarea')
  );
}

export function usePointerTools(workspace: Workspace) {
  const flow = useReactFlow();
  return useMemo(() => {
    const { ui, presence, history, rights } = workspace;
    const place = ({ clientX, clientY }: MouseEvent) => flow.screenToFlowPosition({ x: clientX, y: clientY });

    const add = (kind: NodeKind, event: MouseEvent) => {
      const { depth } = history;
      const { calling } = ui.getState();
      const caption = calling?.kind === kind ? calling.caption : '';
      const id = createNode(workspace, { kind, position: place(event), caption });
      if (id === null) return;
      select(ui, [id]);
      ui.setState({ tool: 'select', renaming: { id, depth }, calling: null });
    };

    const startLink = (event: PointerEvent) => {
      const { tool, linking } = ui.getState();
      if (tool !== 'link' || linking !== null || event.button !== 0 || !event.isPrimary || !onBoard(event))
        return;
      const source = nodeAt(workspace, place(event));
      if (source !== null) ui.setState({ linking: { source, at: place(event) } });
    };

    const taps = new DoubleTap();
    /** A double tap is recognised here; some browsers make a double click of it as well. */
    let touchedAtMs = Number.NEGATIVE_INFINITY;
    /** Whether the menu of link kinds was open when the finger came down. */
    let wasChoosing = false;
    const touchOf = ({ clientX, clientY, timeStamp }: PointerEvent) => ({
      x: clientX,
      y: clientY,
      atMs: timeStamp,
    });

    /** Opens the name field of the node there; on the empty board, adds a person. */
    const openAt = (event: MouseEvent) => {
      if (ui.getState().tool !== 'select' || !onBoard(event)) return;
      const id = (event.target as Element)
        .closest('.react-flow__node, .react-flow__edge')
        ?.getAttribute('data-id');
      const element = id ? workspace.store.element(id) : undefined;
      if (id && element) {
        if (canEdit(rights, element)) ui.setState({ renaming: { id, depth: history.depth } });
        else tellWhyNot(workspace, element);
      } else if (canCreate(rights)) add('person', event);
    };

    return {
      // One finger on the empty board pans: React Flow would draw a marquee as well.
      onPointerDownCapture: (event: PointerEvent) => {
        if (event.pointerType !== 'touch') return;
        touchedAtMs = event.timeStamp;
        wasChoosing = ui.getState().linkChoice !== null;
        if (!event.isPrimary || !onBoard(event)) return;
        taps.down(touchOf(event));
        watchLongPress(workspace, event.nativeEvent);
        if ((event.target as Element).classList.contains('react-flow__pane')) {
          startLink(event);
          event.stopPropagation();
        }
      },
      onPointerUp: (event: PointerEvent) => {
        if (event.pointerType === 'touch' && event.isPrimary && taps.up(touchOf(event))) openAt(event);
      },
      // A tap that has opened the menu is no click beside it.
      onTouchEndCapture: (event: TouchEvent) => {
        if (ui.getState().linkChoice !== null && !wasChoosing && event.cancelable) event.preventDefault();
      },
      // Browsers send the mouse events of taps late: the field that a double tap opened keeps the focus.
      onMouseDownCapture: (event: MouseEvent) => {
        if (
          event.timeStamp - touchedAtMs < LATE_MOUSE_MS &&
          ui.getState().renaming !== null &&
          onBoard(event)
        )
          event.preventDefault();
      },
      onPointerMove: (event: PointerEvent) => presence.set({ cursor: place(event) }),
      onPointerLeave: () => presence.set({ cursor: null }),
      onPointerDown: startLink,
      onClick: (event: MouseEvent) => {
        const kind = placedKind(ui.getState().tool);
        if (kind !== null && onBoard(event)) add(kind, event);
      },
      onContextMenu: (event: MouseEvent) => {
        if (!onBoard(event)) return;
        event.preventDefault();
        // By key the event's target is the focused node; a menu that the key opened stays as it is.
        if (ui.getState().menu !== null) return;
        const at = { x: event.clientX, y: event.clientY };
        openMenuOn(workspace, { at, element: event.target as Element });
      },
      onDoubleClick: (event: MouseEvent) => {
        if (event.timeStamp - touchedAtMs > LATE_MOUSE_MS) openAt(event);
      },
    };
  }, [workspace, flow]);
}
