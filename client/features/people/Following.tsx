/**
 * Follow mode: pan and zoom glide to those of a peer, in a frame of the peer's colour, until Escape or a
 * movement of one's own. Loaded when it begins.
 */
import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { usePanels } from '../../state/panels.ts';
import { usePeers } from '../../state/usePeers.ts';
import { takeView } from '../../state/viewport.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { hueClass } from '../../ui/hue.ts';
import { currentMessages, useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import './following.css';

const GLIDE_MS = 350;

export default function Following({ client }: { readonly client: number }) {
  const panels = usePanels();
  const peer = usePeers().find((each) => each.client === client);
  const { ui } = useWorkspace();
  const flow = useReactFlow();
  const { together, someone } = useMessages();
  const name = peer?.name || someone;
  const { x, y, zoom } = peer?.viewport ?? {};
  const gone = peer === undefined;

  useEffect(() => {
    if (x === undefined || y === undefined || zoom === undefined) return;
    takeView(flow, { x, y, zoom }, GLIDE_MS);
  }, [flow, x, y, zoom]);

  useEffect(() => {
    const stop = () => panels.setState({ following: null });
    if (gone) {
      stop();
      return;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.key !== 'Escape' || target.closest('input, textarea, [role="dialog"], [role="menu"]')) return;
      event.stopPropagation();
      event.preventDefault();
      stop();
    };
    const onWheel = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.canvas') !== null) stop();
    };
    const onPointerDown = ({ target, button, pointerType }: PointerEvent) => {
      if (!(target instanceof Element)) return;
      const pans = button === 1 || pointerType === 'touch' || ui.getState().tool === 'hand';
      if (target.closest('.zoom-bar, .minimap') || (pans && target.closest('.canvas'))) stop();
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('wheel', onWheel, { capture: true, passive: true });
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('wheel', onWheel, true);
      window.removeEventListener('pointerdown', onPointerDown, true);
    };
  }, [panels, ui, gone]);

  // Said when it ends, for whatever reason: the frame alone may go unnoticed. By then they may have left.
  const lastName = useRef(name);
  useEffect(() => {
    if (!gone) lastName.current = name;
  }, [gone, name]);
  useEffect(
    () => () => toast(currentMessages().together.stopped(lastName.current), { key: 'following' }),
    [],
  );

  return (
    <div className={`following ${hueClass(peer?.color ?? 0)}`}>
      <p className="following-name" role="status">
        <bdi>{together.following(name)}</bdi>
        <button type="button" onClick={() => panels.setState({ following: null })}>
          {together.stop}
        </button>
      </p>
    </div>
  );
}
