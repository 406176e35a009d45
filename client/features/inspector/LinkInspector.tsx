/** A link, field by field. */
import { Trash2 } from 'lucide-react';
import type { NodeId } from '../../../shared/model/ids.ts';
import { deleteElements } from '../../editing/mutations.ts';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { LinkSample } from '../../shapes/LinkSample.tsx';
import { nameOf } from '../../state/describe.ts';
import { canEdit } from '../../state/rights.ts';
import { select } from '../../state/ui.ts';
import { whyNot } from '../../state/whyNot.ts';
import { useNode, useWorkspace } from '../../state/workspace.ts';
import type { LinkSnapshot } from '../../sync/snapshot.ts';
import { useMessages } from '../../ui/locale.ts';
import { CaptionInput, TextInput } from './fields.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { SeenBy } from './SeenBy.tsx';

export function LinkInspector({ link }: { readonly link: LinkSnapshot }) {
  const workspace = useWorkspace();
  const { inspector, linkKinds } = useMessages();
  const editable = canEdit(workspace.rights, link);
  return (
    <>
      <InspectorHead title={linkKinds[link.kind]} glyph={<LinkSample kind={link.kind} width={36} />} />
      <div className="inspector-body">
        <section>
          <TextInput element={link.id} field="label" label={inspector.linkLabel} disabled={!editable} />
          <CaptionInput element={link.id} kind={link.kind} value={link.caption} disabled={!editable} />
          {!editable && <p className="hint">{whyNot(workspace, link)}</p>}
        </section>
        <section>
          <h3>{inspector.from}</h3>
          <End id={link.source} />
          <h3>{inspector.to}</h3>
          <End id={link.target} />
        </section>
        <SeenBy ids={[link.id]} />
      </div>
      <footer className="inspector-foot">
        <span className="grow" />
        {editable && (
          <button
            type="button"
            className="button is-small is-danger"
            onClick={() => deleteElements(workspace, [link.id])}
          >
            <Trash2 size={14} aria-hidden="true" />
            {inspector.delete}
          </button>
        )}
      </footer>
    </>
  );
}

function End({ id }: { readonly id: NodeId }) {
  const { ui } = useWorkspace();
  const node = useNode(id);
  if (node === undefined) return null;
  return (
    <div className="relation">
      <button type="button" className="relation-main" onClick={() => select(ui, [id])}>
        <span className="relation-glyph">
          <KindGlyph kind={node.kind} hue={node.color} label={node.label} size={22} />
        </span>
        <bdi>{nameOf(node)}</bdi>
      </button>
    </div>
  );
}
