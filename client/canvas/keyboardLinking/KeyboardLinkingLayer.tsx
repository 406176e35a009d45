/**
 * Draws the link that is being drawn by keyboard: its line to the chosen node, which is announced and kept in
 * sight.
 */
import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { useEffect, useSyncExternalStore } from 'react';
import { routeBetween } from '../../shapes/linkRoute.ts';
import { type Shape, shapeOf } from '../../shapes/shapes.ts';
import { describeNode, nameOf } from '../../state/describe.ts';
import type { KeyboardLink } from '../../state/ui.ts';
import { bringIntoSight } from '../../state/viewport.ts';
import { useSelected, useWorkspace, type Workspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { endKeyboardLink } from './keyboardLinking.ts';

export function KeyboardLinkLayer() {
  const keyboardLink = useSelected((state) => state.keyboardLink);
  return keyboardLink === null ? null : <KeyboardLinkLine link={keyboardLink} />;
}

function KeyboardLinkLine({ link }: { readonly link: KeyboardLink }) {
  const workspace = useWorkspace();
  const { scene } = workspace;
  const flow = useReactFlow();
  useSyncExternalStore(scene.subscribe, () => scene.nodes);
  const from = drawnShape(workspace, link.source);
  const to = link.target === null ? null : drawnShape(workspace, link.target);
  const lost = from === null || (link.target !== null && to === null);
  useEffect(() => {
    if (lost) endKeyboardLink(workspace);
  }, [lost, workspace]);
  // The pointer takes over: a press on the board draws from there.
  useEffect(() => {
    const onDown = ({ target }: PointerEvent) => {
      if (!(target instanceof Element) || target.closest('.canvas, .toolbar') === null) return;
      workspace.ui.setState({ keyboardLink: null, dropTarget: null });
    };
    window.addEventListener('pointerdown', onDown, true);
    return () => window.removeEventListener('pointerdown', onDown, true);
  }, [workspace]);
  const { target } = link;
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

/** Announces the chosen node; mounted outside of the canvas and beforehand, as live regions have to be. */
export function KeyboardLinkAnnouncer() {
  const workspace = useWorkspace();
  const keyboardLink = useSelected((state) => state.keyboardLink);
  const { handling } = useMessages();
  return (
    <p className="visually-hidden" role="status" aria-atomic="true">
      {keyboardLink !== null && sentence()}
    </p>
  );

  function sentence(): string {
    const { store, scene } = workspace;
    const source = keyboardLink && store.nodes.get(keyboardLink.source);
    const target = keyboardLink?.target ? store.nodes.get(keyboardLink.target) : undefined;
    if (!source) return '';
    if (target === undefined) return handling.keyboardLinkHint;
    return handling.keyboardLinkTo(nameOf(source), describeNode(scene, target));
  }
}

function drawnShape({ store, scene }: Workspace, id: KeyboardLink['source']): Shape | null {
  const node = store.nodes.get(id);
  return node === undefined ? null : shapeOf({ ...node, position: scene.drawnAt(id) ?? node.position });
}
