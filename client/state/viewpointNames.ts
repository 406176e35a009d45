/** Names of viewpoints and elements in lists and sentences. */
import type { BoardStore } from '../sync/store.ts';
import { currentMessages } from '../ui/locale.ts';
import { describeLink, nameOf } from './describe.ts';

export function viewpointName(store: BoardStore, viewpoint: string): string {
  const { everyone, facilitator } = currentMessages();
  if (viewpoint === 'everyone') return everyone;
  return viewpoint === 'facilitator' ? facilitator : nameOf(store.nodes.get(viewpoint));
}

export function elementName(store: BoardStore, id: string): string {
  const link = store.links.get(id);
  return link === undefined ? nameOf(store.nodes.get(id)) : describeLink({ store }, link);
}
