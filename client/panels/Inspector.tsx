/** The panel beside the canvas: what is selected, field by field. Not there while nothing is. */
import type { LinkId, NodeId } from '../../shared/model/ids.ts';
import { useLink, useNode, useSelected } from '../board/workspace.ts';
import { useMessages } from '../ui/locale.ts';
import { LinkInspector } from './inspector/LinkInspector.tsx';
import { NodeInspector } from './inspector/NodeInspector.tsx';
import { SeveralInspector } from './inspector/SeveralInspector.tsx';

export function Inspector() {
  const only = useSelected(({ selection }) =>
    selection.size === 1 ? (selection.values().next().value ?? null) : null,
  );
  const count = useSelected(({ selection }) => selection.size);
  const { inspector } = useMessages();
  if (count === 0) return null;
  return (
    <aside className="inspector" aria-label={inspector.label}>
      {only === null ? <SeveralInspector /> : <OneInspector key={only} id={only} />}
    </aside>
  );
}

function OneInspector({ id }: { readonly id: string }) {
  const node = useNode(id as NodeId);
  const link = useLink(id as LinkId);
  if (node !== undefined) return <NodeInspector node={node} />;
  return link === undefined ? null : <LinkInspector link={link} />;
}
