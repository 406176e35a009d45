/** After a link is drawn: which of the kinds that may join these two it is. */
import { Menu } from '@base-ui/react/menu';
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { LINK_KINDS, mayJoin } from '../../shared/model/kinds.ts';
import { useMessages } from '../ui/locale.ts';
import { createLink, membershipOf } from './acts.ts';
import { LinkSample } from './links/LinkSample.tsx';
import { select } from './ui.ts';
import { useSelected, useWorkspace } from './workspace.ts';

export function LinkKindMenu() {
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
  const kinds = LINK_KINDS.filter((kind) => {
    if (!mayJoin(kind, { source: from.kind, target: to.kind })) return false;
    return kind !== 'membership' || membershipOf(workspace, { member: source, group: target }) === null;
  });
  const at = flow.flowToScreenPosition(choice.at);
  const anchor = { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  const close = () => ui.setState({ linkChoice: null });
  return (
    <Menu.Root open onOpenChange={(open) => !open && close()} modal={false}>
      <Menu.Portal>
        <Menu.Positioner
          className="popup-positioner"
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={8}
        >
          <Menu.Popup className="popup menu" aria-label={canvas.chooseKind}>
            <div className="menu-heading">{canvas.chooseKind}</div>
            {kinds.map((kind) => (
              <Menu.Item
                key={kind}
                className="menu-item"
                onClick={() => {
                  const id = createLink(workspace, { kind, source, target });
                  close();
                  if (id !== null) select(ui, [id]);
                }}
              >
                <LinkSample kind={kind} />
                {linkKinds[kind]}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
