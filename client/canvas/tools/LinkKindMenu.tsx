/**
 * The menu of link kinds, after a link is drawn. Kinds that may not join these two give the reason. Loaded
 * with the first link.
 */
import { Menu } from '@base-ui/react/menu';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { LINK_KINDS, type LinkKind, mayJoin } from '../../../shared/model/kinds.ts';
import { createLink, membershipOf } from '../../editing/mutations.ts';
import { LinkSample } from '../../shapes/LinkSample.tsx';
import { nameOf } from '../../state/describe.ts';
import { select } from '../../state/ui.ts';
import { useSelected, useWorkspace, type Workspace } from '../../state/workspace.ts';
import type { NodeSnapshot } from '../../sync/snapshot.ts';
import { currentMessages, useMessages } from '../../ui/locale.ts';
import { focusLinked, focusNode } from '../keyboardLinking/keyboardLinking.ts';
import './linkKinds.css';

export default function LinkKindMenu() {
  const workspace = useWorkspace();
  const { store, ui } = workspace;
  const choice = useSelected((state) => state.linkChoice);
  const { canvas, linkKinds } = useMessages();
  const flow = useReactFlow();
  const from = choice && store.nodes.get(choice.source);
  const to = choice && store.nodes.get(choice.target);
  const gone = choice !== null && (!from || !to);
  useEffect(() => {
    if (gone) ui.setState({ linkChoice: null });
  }, [gone, ui]);
  if (!choice || !from || !to) return null;
  const { source, target } = choice;
  const at = flow.flowToScreenPosition(choice.at);
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  const draw = (kind: LinkKind) => {
    const id = createLink(workspace, { kind, source, target });
    ui.setState({ linkChoice: null, keyboardLink: null, dropTarget: null, tool: 'select' });
    if (id === null) return;
    select(ui, [id]);
    focusLinked({ source, link: id });
  };
  return (
    <Menu.Root open onOpenChange={(open) => !open && ui.setState({ linkChoice: null })} modal={false}>
      <Menu.Portal>
        <Menu.Positioner
          className="popup-positioner"
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={8}
        >
          <Menu.Popup
            className="popup menu link-kinds"
            aria-label={canvas.chooseKind}
            finalFocus={() => (ui.getState().keyboardLink === null ? true : focusNode(source))}
          >
            <div className="menu-heading">{canvas.chooseKind}</div>
            {LINK_KINDS.map((kind) => {
              const reason = whyNotKind(workspace, { kind, from, to });
              return (
                <Menu.Item
                  key={kind}
                  className="menu-item"
                  label={linkKinds[kind]}
                  disabled={reason !== null}
                  onClick={() => draw(kind)}
                >
                  <LinkSample kind={kind} />
                  <span>
                    {linkKinds[kind]}
                    {reason !== null && <span className="menu-hint">{reason}</span>}
                  </span>
                </Menu.Item>
              );
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface Ends {
  readonly kind: LinkKind;
  readonly from: NodeSnapshot;
  readonly to: NodeSnapshot;
}

/** Null where a link of the kind can be drawn. */
function whyNotKind(workspace: Workspace, { kind, from, to }: Ends): string | null {
  const { handling } = currentMessages();
  if (!mayJoin(kind, { source: from.kind, target: to.kind })) return handling.whyNotKind[kind];
  const joined = kind === 'membership' && membershipOf(workspace, { member: from.id, group: to.id }) !== null;
  return joined ? handling.alreadyMember(nameOf(from), nameOf(to)) : null;
}
