/** Tells participants whose eyes they look through, and in what role. */
import { Globe } from 'lucide-react';
import type { NodeId } from '../../shared/model/ids.ts';
import { nameOf } from '../board/describe.ts';
import { hueClass } from '../board/nodes/NodeFrame.tsx';
import { useNode, useWorkspace } from '../board/workspace.ts';
import { KindGlyph } from '../ui/KindGlyph.tsx';
import { useMessages } from '../ui/locale.ts';

export function HereAs() {
  const { viewpoint, rights } = useWorkspace();
  const { top, everyone, roles } = useMessages();
  const node = useNode(viewpoint as NodeId);
  return (
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
    </>
  );
}
