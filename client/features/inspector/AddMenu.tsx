/** Chooses one of the board's nodes to join with, by kind. Not there while there is none. */
import { Menu } from '@base-ui/react/menu';
import { Plus } from 'lucide-react';
import type { NodeId } from '../../../shared/model/ids.ts';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { nameOf } from '../../state/describe.ts';
import { viewpointGroups } from '../../state/viewpoints.ts';
import type { NodeSnapshot } from '../../sync/snapshot.ts';
import { useMessages } from '../../ui/locale.ts';

export interface AddMenuProps {
  readonly label: string;
  readonly nodes: readonly NodeSnapshot[];
  readonly onChoose: (id: NodeId) => void;
}

export function AddMenu({ label, nodes, onChoose }: AddMenuProps) {
  const { nodeKinds } = useMessages();
  if (nodes.length === 0) return null;
  return (
    <Menu.Root>
      <Menu.Trigger className="add-button">
        <Plus size={14} aria-hidden="true" />
        {label}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="popup-positioner" align="end" sideOffset={4}>
          <Menu.Popup className="popup menu">
            {viewpointGroups(nodes).map((group) => (
              <Menu.Group key={group.kind}>
                <Menu.GroupLabel className="menu-heading">{nodeKinds[group.kind]}</Menu.GroupLabel>
                {group.nodes.map((candidate) => (
                  <Menu.Item
                    key={candidate.id}
                    className="menu-item"
                    label={nameOf(candidate)}
                    onClick={() => onChoose(candidate.id)}
                  >
                    <KindGlyph
                      kind={candidate.kind}
                      hue={candidate.color}
                      label={candidate.label}
                      size={20}
                    />
                    <bdi>{nameOf(candidate)}</bdi>
                  </Menu.Item>
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
