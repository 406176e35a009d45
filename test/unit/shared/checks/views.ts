/** What a viewpoint of a board is sent, as the picture that checks are run on: hidden things and fields left out. */
import { LivePicture, type PictureLink, type PictureNode } from '../../../../shared/checks/picture.ts';
import { Graph } from '../../../../shared/graph/graph.ts';
import type { ElementRecord } from '../../../../shared/model/element.ts';
import { isLink } from '../../../../shared/model/element.ts';
import type { Viewpoint } from '../../../../shared/model/ids.ts';
import type { Policy } from '../../../../shared/policies/policies.ts';
import type { Template } from '../../../../shared/templates/template.ts';
import { viewpointVisibility } from '../../../../shared/visibility/viewpointVisibility.ts';

export interface Board {
  readonly policy: Policy;
  readonly elements: readonly ElementRecord[];
}

export interface View {
  readonly nodes: readonly PictureNode[];
  readonly links: readonly PictureLink[];
}

/** A template as a board whose ids are the template's own keys. */
export function boardOf({ policy, nodes, links }: Template): Board {
  const owner = { owner: 'facilitator' } as const;
  return {
    policy,
    elements: [...nodes, ...links].map((draft) => ({ ...draft, ...owner }) as ElementRecord),
  };
}

export function graphOf({ policy, elements }: Board): Graph {
  const graph = new Graph(policy);
  for (const element of elements) graph.put(element);
  return graph;
}

export function viewOf(graph: Graph, viewpoint: Viewpoint): View {
  const sight = viewpointVisibility(graph, viewpoint);
  const nodes: PictureNode[] = [];
  const links: PictureLink[] = [];
  for (const id of sight.all().keys()) {
    const element = graph.get(id);
    if (element === undefined) continue;
    const { owner, audience, ...shown } = element;
    const forFacilitator =
      viewpoint === 'facilitator' ? { owner, ...(audience !== undefined && { audience }) } : {};
    if (isLink(element)) {
      links.push({ ...(shown as PictureLink), ...forFacilitator });
      continue;
    }
    const { disclosure: set, ...node } = shown as PictureNode;
    const disclosure =
      viewpoint === 'facilitator' ? set : sight.scope.standing.has(element.id) && graph.disclosure(element);
    nodes.push({ ...node, ...(disclosure && { disclosure }), ...forFacilitator });
  }
  return { nodes, links };
}

export function pictureIn(graph: Graph, viewer: Viewpoint): LivePicture {
  const policy = viewer === 'facilitator' ? graph.policy : null;
  return new LivePicture({ viewer, policy, ...viewOf(graph, viewer) });
}

export const pictureOf = (board: Board, viewer: Viewpoint) => pictureIn(graphOf(board), viewer);

/** The board without what the graph of it hides from the viewpoint. */
export function withoutHidden(
  board: Board,
  { graph, viewpoint }: { graph: Graph; viewpoint: Viewpoint },
): Board {
  const visible = viewpointVisibility(graph, viewpoint).all();
  return { ...board, elements: board.elements.filter(({ id }) => visible.has(id)) };
}
