/**
 * What the pointer does on the canvas beyond React Flow: placing new nodes, starting and ending links with
 * the link tool, double-click, and telling others where the cursor is.
 */
import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useMemo } from 'react';
import type { NodeId } from '../../shared/model/ids.ts';
import type { NodeKind } from '../../shared/model/kinds.ts';
import { createNode, elementOf } from './acts.ts';
import { nodeAt } from './hit.ts';
import { openMenuOn, watchLongPress } from './menu/openMenu.ts';
import { canCreate, canEdit } from './rights.ts';
import { select, type Tool } from './ui.ts';
import { tellWhyNot } from './whyNot.ts';
import type { Workspace } from './workspace.ts';

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

    return {
      onPointerMove: (event: PointerEvent) => presence.set({ cursor: place(event) }),
      onPointerLeave: () => presence.set({ cursor: null }),
      onPointerDown: (event: PointerEvent) => {
        if (event.pointerType === 'touch' && event.isPrimary && onBoard(event))
          watchLongPress(workspace, event.nativeEvent);
        const { tool, linking } = ui.getState();
        if (tool !== 'link' || linking !== null || event.button !== 0 || !onBoard(event)) return;
        const source = nodeAt(workspace, place(event));
        if (source !== null) ui.setState({ linking: { source, at: place(event) } });
      },
      onClick: (event: MouseEvent) => {
        const kind = placedKind(ui.getState().tool);
        if (kind !== null && onBoard(event)) add(kind, event);
      },
      onContextMenu: (event: MouseEvent) => {
        if (!onBoard(event)) return;
        event.preventDefault();
        // By key the browser names the focused node; a menu that the key opened stays as it is.
        if (ui.getState().menu !== null) return;
        const at = { x: event.clientX, y: event.clientY };
        openMenuOn(workspace, { at, element: event.target as Element });
      },
      onDoubleClick: (event: MouseEvent) => {
        const { tool } = ui.getState();
        if (tool !== 'select' || !onBoard(event)) return;
        const target = event.target as Element;
        const id = target
          .closest('.react-flow__node, .react-flow__edge')
          ?.getAttribute('data-id') as NodeId | null;
        const element = id === null || id === undefined ? undefined : elementOf(workspace, id);
        if (id && element) {
          if (canEdit(rights, element)) ui.setState({ renaming: { id, depth: history.depth } });
          else tellWhyNot(rights, element);
        } else if (canCreate(rights)) add('person', event);
      },
    };
  }, [workspace, flow]);
}
