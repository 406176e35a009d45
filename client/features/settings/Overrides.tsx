/** The groups whose own disclosure overrides the policy's: what they say, and letting them follow it again. */

import { type GroupKind, isGroupKind } from '../../../shared/model/kinds.ts';
import type { Policy } from '../../../shared/policies/policies.ts';
import { defaultDisclosure } from '../../../shared/policies/policies.ts';
import { setField } from '../../editing/mutations.ts';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { nameOf } from '../../state/describe.ts';
import { usePanels } from '../../state/panels.ts';
import { select } from '../../state/ui.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { NodeSnapshot } from '../../sync/snapshot.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { propose } from '../views/preview/propose.ts';
import { useSettingsMessages } from './messages.ts';

export interface OverridesProps {
  /** The policy as it would be. */
  readonly policy: Policy;
  /** Called when the reader leaves for a group on the board. */
  readonly onLeave: () => void;
}

export function Overrides({ policy, onLeave }: OverridesProps) {
  const { store } = useWorkspace();
  useStoreVersion(store);
  const settings = useSettingsMessages();
  const groups = [...store.nodes.values()].filter(
    ({ kind, disclosure }) => isGroupKind(kind) && disclosure !== null,
  );
  return (
    <section className="policy-overrides">
      <h3>{settings.overrides}</h3>
      {groups.length === 0 ? (
        <p className="hint">{settings.noOverrides}</p>
      ) : (
        <ul>
          {groups.map((node) => (
            <Override key={node.id} node={node} policy={policy} onLeave={onLeave} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Override({ node, policy, onLeave }: OverridesProps & { readonly node: NodeSnapshot }) {
  const workspace = useWorkspace();
  const settings = useSettingsMessages();
  const { disclosures } = useMessages();
  const panels = usePanels();
  const { kind, disclosure } = node;
  if (disclosure === null) return null;
  const byPolicy = defaultDisclosure(policy.name, kind as GroupKind);
  const own = disclosures[disclosure];
  const follow = () => {
    onLeave();
    void propose(workspace, {
      panels,
      request: {
        title: settings.followLabel(nameOf(node)),
        edits: [{ type: 'disclosure', id: node.id, disclosure: null }],
        onConfirm: () => setField(workspace, { ids: [node.id], field: 'disclosure', value: null }),
      },
    });
  };
  return (
    <li>
      <button
        type="button"
        className="override-main"
        aria-label={settings.show(nameOf(node))}
        onClick={() => {
          onLeave();
          select(workspace.ui, [node.id]);
        }}
      >
        <KindGlyph kind={kind} hue={node.color} label={node.label} size={22} />
        <span className="override-text">
          <bdi>{nameOf(node)}</bdi>
          <small>
            {disclosure === byPolicy ? settings.same(own) : settings.differs(own, disclosures[byPolicy])}
          </small>
        </span>
      </button>
      <button
        type="button"
        className="button is-small is-outlined"
        aria-label={settings.followLabel(nameOf(node))}
        onClick={follow}
      >
        {settings.follow}
      </button>
    </li>
  );
}
