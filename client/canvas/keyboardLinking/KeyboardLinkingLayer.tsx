/** A link being drawn by keyboard: its line to the node chosen so far, which is read out and kept in sight. */
import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { useEffect, useSyncExternalStore } from 'react';
import { routeBetween } from '../../shapes/linkRoute.ts';
import { type Shape, shapeOf } from '../../shapes/shapes.ts';
import { describeNode, nameOf } from '../../state/describe.ts';
import type { KeyboardLink } from '../../state/ui.ts';
import { bringIntoSight } from '../../state/viewport.ts';
import { useSelected, useWorkspace, type Workspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { endAim } from './keyboardLinking.ts';

export function AimLayer() {
  const aiming = useSelected((state) => state.aiming);
  return aiming === null ? null : <AimLine aim={aiming} />;
}

function AimLine({ aim }: { readonly aim: KeyboardLink }) {
  const workspace = useWorkspace();
  const { scene } = workspace;
  const flow = useReactFlow();
  useSyncExternalStore(scene.subscribe, () => scene.nodes);
  const from = drawnShape(workspace, aim.source);
  const to = aim.target === null ? null : drawnShape(workspace, aim.target);
  const lost = from === null || (aim.target !== null && to === null);
  useEffect(() => {
    if (lost) endAim(workspace);
  }, [lost, workspace]);
  // The pointer takes over: whoever presses on the board draws from there.
  useEffect(() => {
    const onDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || target.closest('.canvas, .toolbar') === null) return;
      workspace.ui.setState({ aiming: null, dropTarget: null });
    };
    window.addEventListener('pointerdown', onDown, true);
    return () => window.removeEventListener('pointerdown', onDown, true);
  }, [workspace]);
  const { target } = aim;
  useEffect(() => {
    const place = target === null ? null : workspace.scene.drawnAt(target);
    if (place !== null) bringIntoSight(flow, { place });
  }, [target, flow, workspace]);
  const route =
    from === null || to === null ? null : routeBetween(from, to, { bend: 0, startGap: 2, endGap: 4 });
  return (
    <ViewportPortal>
      {route !== null && (
        <svg className="connect-layer" aria-hidden="true">
          <path className="connect-line" d={route.path} />
          <circle className="connect-end" cx={route.end.x} cy={route.end.y} r={4} />
        </svg>
      )}
    </ViewportPortal>
  );
}

/** Says what the keys choose; stands outside the canvas so that it is there before there is anything to say. */
export function AimVoice() {
  const workspace = useWorkspace();
  const aiming = useSelected((state) => state.aiming);
  const { handling } = useMessages();
  return (
    <p className="visually-hidden" role="status" aria-atomic="true">
      {aiming !== null && sentence()}
    </p>
  );

  function sentence(): string {
    const { store, scene } = workspace;
    const source = aiming && store.nodes.get(aiming.source);
    const target = aiming?.target ? store.nodes.get(aiming.target) : undefined;
    if (!source) return '';
    if (target === undefined) return handling.aimHint;
    return handling.aimAt(nameOf(source), describeNode(scene, target));
  }
}

function drawnShape({ store, scene }: Workspace, id: KeyboardLink['source']): Shape | null {
  const node = store.nodes.get(id);
  return node === undefined ? null : shapeOf({ ...node, position: scene.drawnAt(id) ?? node.position });
}
