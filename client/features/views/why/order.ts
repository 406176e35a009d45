/** Viewpoints in the order in which lists have them: everyone, groups by kind, persons; by name. Pure. */
import type { Viewpoint } from '../../../../shared/model/ids.ts';
import { viewpointGroups } from '../../../state/viewpoints.ts';
import type { BoardStore } from '../../../sync/store.ts';

export function allViewpoints(store: BoardStore): Viewpoint[] {
  return [
    'everyone',
    ...viewpointGroups(store.nodes.values()).flatMap(({ nodes }) => nodes.map(({ id }) => id)),
  ];
}

export function inViewOrder(store: BoardStore, viewpoints: Iterable<Viewpoint>): Viewpoint[] {
  const wanted = new Set(viewpoints);
  return allViewpoints(store).filter((viewpoint) => wanted.has(viewpoint));
}
