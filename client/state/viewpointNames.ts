/** Names of viewpoints and elements in lists and sentences. */
import type { ElementId, LinkId, NodeId } from '../../shared/model/ids.ts';
import type { BoardStore } from '../sync/store.ts';
import { currentMessages } from '../ui/locale.ts';
import { describeLink, nameOf } from './describe.ts';

export function viewpointName(store: BoardStore, viewpoint: string): string {
  const { everyone, facilitator } = currentMessages();
  if (viewpoint === 'everyone') return everyone;
  return viewpoint === 'facilitator' ? facilitator : nameOf(store.nodes.get(viewpoint as NodeId));
}

export function elementName(store: BoardStore, id: ElementId): string {
  const link = store.links.get(id as LinkId);
  return link === undefined ? nameOf(store.nodes.get(id as NodeId)) : describeLink({ store }, link);
}
