/** A list of viewpoints that can be added to and taken from; the members of a group can be added with one press. */
import { Plus, UserPlus, X } from 'lucide-react';
import type { NodeId, Viewpoint } from '../../../../shared/model/ids.ts';
import { viewpointName } from '../../../state/viewpointNames.ts';
import type { BoardStore } from '../../../sync/store.ts';
import { useViewsMessages } from '../messages.ts';
import { PickerButton } from '../PickerButton.tsx';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';

export interface ViewpointChipsProps {
  readonly store: BoardStore;
  readonly viewpoints: readonly Viewpoint[];
  readonly empty: string;
  readonly add: string;
  readonly onChange: (viewpoints: readonly Viewpoint[]) => void;
}

export function ViewpointChips({ store, viewpoints, empty, add, onChange }: ViewpointChipsProps) {
  const { audience, reveal } = useViewsMessages();
  const include = (more: readonly Viewpoint[]) => onChange([...new Set([...viewpoints, ...more])]);
  return (
    <div className="viewpoint-chips">
      {viewpoints.length === 0 && <p className="hint">{empty}</p>}
      <ul>
        {viewpoints.map((viewpoint) => {
          const name = viewpointName(store, viewpoint);
          const members = membersOf(store, viewpoint).filter((member) => !viewpoints.includes(member));
          return (
            <li key={viewpoint}>
              <ViewpointGlyph store={store} viewpoint={viewpoint} size={16} />
              <bdi>{name}</bdi>
              {members.length > 0 && (
                <button
                  type="button"
                  title={reveal.addMembers}
                  aria-label={`${name}: ${reveal.addMembers}`}
                  onClick={() => include(members)}
                >
                  <UserPlus size={14} aria-hidden="true" />
                </button>
              )}
              <button
                type="button"
                aria-label={audience.remove(name)}
                onClick={() => onChange(viewpoints.filter((other) => other !== viewpoint))}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          );
        })}
        <li className="is-adding">
          <PickerButton
            store={store}
            current={null}
            label={add}
            onChoose={(viewpoint) => include([viewpoint])}
          >
            <Plus size={16} aria-hidden="true" />
          </PickerButton>
        </li>
      </ul>
    </div>
  );
}

function membersOf(store: BoardStore, viewpoint: Viewpoint): NodeId[] {
  const members = new Set<NodeId>();
  for (const id of store.linksAt(viewpoint)) {
    const link = store.links.get(id);
    if (link?.kind !== 'membership' || link.target !== viewpoint) continue;
    if (store.nodes.get(link.source)?.kind === 'person') members.add(link.source);
  }
  return [...members];
}
