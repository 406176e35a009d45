/** Whether anything that was imported waits to be shown. */
import { isKeptBack } from '../../../shared/exchange/arrival.ts';
import type { BoardStore } from '../../sync/store.ts';

export function hasKeptBack({ nodes, links }: Pick<BoardStore, 'nodes' | 'links'>): boolean {
  for (const elements of [nodes, links])
    for (const { audience } of elements.values()) if (isKeptBack(audience ?? undefined)) return true;
  return false;
}
