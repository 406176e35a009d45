/**
 * A view as the HTTP interface answers it: plain elements in the order of their names, texts as strings.
 */
import { isLink } from '../../shared/model/element.ts';
import type { Board } from '../board/board.ts';
import type { View } from '../view/view.ts';
import type { ElementsAnswer, Projected } from './roomApi.ts';

export function elementsOf(board: Board, view: View): ElementsAnswer {
  const nodes: Projected<never>[] = [];
  const links: Projected<never>[] = [];
  const names = [...view.shown.keys()].map((id) => [view.idAliases.of(id), id] as const);
  for (const [name, id] of names.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const element = board.graph.get(id);
    const projection = view.projection(id);
    if (element === undefined || projection === null) continue;
    // A projection has the fields of a record, without those that are empty or not for this viewpoint.
    const projected = { id: name, ...projection } as Projected<never>;
    (isLink(element) ? links : nodes).push(projected);
  }
  const { title, policy } = board;
  return { title, ...(view.viewpoint === 'facilitator' && { policy }), nodes, links };
}
