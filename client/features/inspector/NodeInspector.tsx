/** A node, field by field: name, caption, colour, notes, disclosure, groups, members, links. */
import { Switch } from '@base-ui/react/switch';
import { Trash2 } from 'lucide-react';
import { DISCLOSURES, type Disclosure, isGroupKind } from '../../../shared/model/kinds.ts';
import { deleteElements, setField } from '../../editing/mutations.ts';
import { isSized } from '../../editing/sizes.ts';
import { DisclosureGlyph } from '../../shapes/DisclosureGlyph.tsx';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import { nameOf } from '../../state/describe.ts';
import { usePanels } from '../../state/panels.ts';
import { canEdit, isFacilitator } from '../../state/rights.ts';
import { whyNot } from '../../state/whyNot.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { NodeSnapshot } from '../../sync/snapshot.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { said } from '../../ui/bidiIsolate.ts';
import { useMessages } from '../../ui/locale.ts';
import { roveFocus } from '../../ui/rovingFocus.ts';
import { propose } from '../views/preview/propose.ts';
import { CaptionInput, ColorInput, TextInput } from './fields.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { GroupList, MemberList, NodeLinks } from './relations.tsx';
import { SeenBy } from './SeenBy.tsx';
import { SizeFields } from './SizeFields.tsx';

export function NodeInspector({ node }: { readonly node: NodeSnapshot }) {
  const workspace = useWorkspace();
  const { scene, rights } = workspace;
  const { inspector, nodeKinds, comma } = useMessages();
  const editable = canEdit(rights, node);
  const cannot = editable ? null : whyNot(workspace, node);
  const drawn = scene.nodes.find(({ id }) => id === node.id)?.data;
  const { isColored } = NODE_SHAPES[node.kind];
  return (
    <>
      <InspectorHead
        title={nameOf(node)}
        kind={node.caption === '' ? nodeKinds[node.kind] : nodeKinds[node.kind] + comma + said(node.caption)}
        glyph={<KindGlyph kind={node.kind} hue={drawn?.hue ?? node.color} label={node.label} size={36} />}
      />
      <div className="inspector-body">
        <section>
          <TextInput
            element={node.id}
            field="label"
            label={node.kind === 'note' ? inspector.text : inspector.name}
            multiline={node.kind === 'note'}
            disabled={!editable}
          />
          {node.kind !== 'note' && (
            <CaptionInput element={node.id} kind={node.kind} value={node.caption} disabled={!editable} />
          )}
          {isColored && <ColorInput element={node.id} value={drawn?.hue ?? node.color} whyNot={cannot} />}
          {node.kind !== 'note' && (
            <TextInput
              element={node.id}
              field="notes"
              label={inspector.notes}
              multiline
              disabled={!editable}
            />
          )}
          {cannot !== null && <p className="hint">{cannot}</p>}
        </section>
        {isGroupKind(node.kind) && <DisclosureSection node={node} />}
        {isSized(node.kind) && <SizeFields node={node} disabled={!editable} />}
        <GroupList node={node} />
        {isGroupKind(node.kind) && <MemberList node={node} />}
        <NodeLinks node={node} />
        <SeenBy ids={[node.id]} />
      </div>
      <footer className="inspector-foot">
        {isFacilitator(rights) && <LockSwitch node={node} />}
        <span className="grow" />
        {editable && (
          <button
            type="button"
            className="button is-small is-danger"
            onClick={() => deleteElements(workspace, [node.id])}
          >
            <Trash2 size={14} aria-hidden="true" />
            {inspector.delete}
          </button>
        )}
      </footer>
    </>
  );
}

function DisclosureSection({ node }: { readonly node: NodeSnapshot }) {
  const workspace = useWorkspace();
  const { scene, rights, store } = workspace;
  const panels = usePanels();
  useStoreVersion(store);
  const { inspector, disclosures, disclosureHints } = useMessages();
  const facilitator = isFacilitator(rights);
  const shown = scene.nodes.find(({ id }) => id === node.id)?.data.disclosure ?? node.disclosure;
  if (shown === null) return null;
  const choose = (disclosure: Disclosure) => {
    if (disclosure === shown) return;
    void propose(workspace, {
      panels,
      request: {
        title: `${nameOf(node)}: ${disclosures[disclosure]}`,
        edits: [{ type: 'disclosure', id: node.id, disclosure }],
        onConfirm: () => setField(workspace, { ids: [node.id], field: 'disclosure', value: disclosure }),
      },
    });
  };
  return (
    <section>
      <h3 id={`disclosure-${node.id}`}>{inspector.disclosure}</h3>
      <div
        className="segments"
        role="radiogroup"
        aria-labelledby={`disclosure-${node.id}`}
        aria-describedby={`disclosed-${node.id}`}
        onKeyDown={roveFocus}
      >
        {DISCLOSURES.map((disclosure) => (
          // biome-ignore lint/a11y/useSemanticElements: drawn as segments of one control.
          <button
            type="button"
            key={disclosure}
            role="radio"
            aria-checked={disclosure === shown}
            tabIndex={disclosure === shown ? 0 : -1}
            disabled={!facilitator}
            onClick={() => choose(disclosure)}
          >
            <svg width="14" height="14" aria-hidden="true">
              <DisclosureGlyph disclosure={disclosure} x={7} y={7} size={14} />
            </svg>
            {disclosures[disclosure]}
          </button>
        ))}
      </div>
      <p className="hint" id={`disclosed-${node.id}`}>
        {facilitator ? '' : `${inspector.disclosureFixed} `}
        {disclosureHints[shown]}
      </p>
    </section>
  );
}

function LockSwitch({ node }: { readonly node: NodeSnapshot }) {
  const workspace = useWorkspace();
  const { inspector } = useMessages();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control.
    <label className="switch-label">
      <Switch.Root
        className="switch"
        checked={node.locked}
        onCheckedChange={(locked) => setField(workspace, { ids: [node.id], field: 'locked', value: locked })}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
      {inspector.locked}
    </label>
  );
}
