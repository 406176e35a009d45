/** Shows participants their viewpoint and role; opens an explanation. */
import { ChevronDown, Globe } from 'lucide-react';
import { useState } from 'react';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { nameOf } from '../../state/describe.ts';
import { useNode, useWorkspace } from '../../state/workspace.ts';
import { hueClass } from '../../ui/hue.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useMessages } from '../../ui/locale.ts';
import { PopupButton } from '../../ui/PopupButton.tsx';
import './hereAs.css';

const WhoAmI = lazyPart(() => import('./WhoAmI.tsx'));

export function HereAs() {
  const { viewpoint, rights } = useWorkspace();
  const { top, everyone, roles, session } = useMessages();
  const [open, setOpen] = useState(false);
  const node = useNode(viewpoint);
  return (
    <PopupButton
      open={open}
      onOpenChange={setOpen}
      className="here-as-button"
      title={session.whoAmI}
      face={
        <>
          <span className={`here-as ${hueClass(node?.color ?? null)}`}>
            {node === undefined ? (
              <Globe size={16} aria-hidden="true" />
            ) : (
              <KindGlyph kind={node.kind} hue={node.color} label={node.label} size={18} />
            )}
            <span className="wide-only">{top.hereAs}</span>
            <bdi>
              <b>{node === undefined ? everyone : nameOf(node)}</b>
            </bdi>
          </span>
          <span className="chip">{roles[rights.role]}</span>
          <ChevronDown size={13} aria-hidden="true" />
        </>
      }
      popupLabel={session.whoAmI}
      popupClassName=""
      align="center"
    >
      <WhoAmI />
    </PopupButton>
  );
}
