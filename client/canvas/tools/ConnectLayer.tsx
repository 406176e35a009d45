/** A link that is being drawn by pointer: its loose end follows until it is dropped on a node, or cancelled. */
import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { useEffect } from 'react';
import type { Position } from '../../../shared/model/element.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { LINK_KINDS, mayJoin } from '../../../shared/model/kinds.ts';
import { clearDistance, shapeOf } from '../../shapes/shapes.ts';
import { useSelected, useWorkspace, type Workspace } from '../../state/workspace.ts';
import { currentMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { nodeAt } from './hit.ts';
import './connect.css';

/** A press shorter than this on the board is a click: with the link tool, the second click ends the link. */
const CLICK_DISTANCE = 6;

export function ConnectLayer() {
  const workspace = useWorkspace();
  const linking = useSelected((state) => state.linking);
  const active = linking !== null;
  const flow = useReactFlow();
  useEffect(() => {
    if (!active) return;
    return followPointer(workspace, (at) => flow.screenToFlowPosition(at));
  }, [active, workspace, flow]);
  if (linking === null || Number.isNaN(linking.at.x)) return null;
  const { scene, store } = workspace;
  const node = store.nodes.get(linking.source);
  if (node === undefined) return null;
  const from = shapeOf({ ...node, position: scene.drawnAt(node.id) ?? node.position });
  const towards = { x: linking.at.x - from.x, y: linking.at.y - from.y };
  const length = Math.hypot(towards.x, towards.y) || 1;
  const reach = clearDistance(from, towards) + 2;
  return (
    <ViewportPortal>
      <svg className="connect-layer" aria-hidden="true">
        <path
          className="connect-line"
          d={`M${from.x + (towards.x / length) * reach} ${from.y + (towards.y / length) * reach}L${linking.at.x} ${linking.at.y}`}
        />
        <circle className="connect-end" cx={linking.at.x} cy={linking.at.y} r={4} />
      </svg>
    </ViewportPortal>
  );
}

function joinable({ store }: Workspace, source: NodeId, target: NodeId): boolean {
  const from = store.nodes.get(source);
  const to = store.nodes.get(target);
  if (!from || !to || source === target) return false;
  return LINK_KINDS.some((kind) => mayJoin(kind, { source: from.kind, target: to.kind }));
}

function followPointer(workspace: Workspace, toBoard: (at: Position) => Position): () => void {
  const { ui } = workspace;
  let pressedAt: Position | null = null;

  const targetAt = (event: PointerEvent): { at: Position; target: NodeId | null } => {
    const at = toBoard({ x: event.clientX, y: event.clientY });
    const { linking } = ui.getState();
    const hit = linking === null ? null : nodeAt(workspace, at);
    return {
      at,
      target: linking !== null && hit !== null && joinable(workspace, linking.source, hit) ? hit : null,
    };
  };
  const onMove = (event: PointerEvent) => {
    const { linking } = ui.getState();
    if (linking === null || !event.isPrimary) return;
    const { at, target } = targetAt(event);
    pressedAt ??= { x: event.clientX, y: event.clientY };
    ui.setState({ linking: { source: linking.source, at }, dropTarget: target });
  };
  const onDown = (event: PointerEvent) => {
    pressedAt = { x: event.clientX, y: event.clientY };
  };
  const onUp = (event: PointerEvent) => {
    const { linking, tool } = ui.getState();
    if (linking === null || !event.isPrimary) return;
    const { at, target } = targetAt(event);
    if (target !== null) {
      ui.setState({
        linking: null,
        dropTarget: null,
        tool: 'select',
        linkChoice: { source: linking.source, target, at },
      });
      return;
    }
    const missed = nodeAt(workspace, at);
    if (missed !== null && missed !== linking.source) {
      toast(currentMessages().canvas.cannotJoin, { key: 'cannot-join' });
    }
    const moved =
      pressedAt === null ? 0 : Math.hypot(event.clientX - pressedAt.x, event.clientY - pressedAt.y);
    const staysOpen = tool === 'link' && (moved < CLICK_DISTANCE || missed === linking.source);
    if (!staysOpen) ui.setState({ linking: null, dropTarget: null });
  };

  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerdown', onDown);
  window.addEventListener('pointerup', onUp);
  return () => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerdown', onDown);
    window.removeEventListener('pointerup', onUp);
    ui.setState({ dropTarget: null });
  };
}
