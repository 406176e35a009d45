/** What a viewpoint of a board made from a template sees, told in the template's own keys. */

import { Graph } from '../../../../shared/graph/graph.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { type IdSources, instantiate } from '../../../../shared/templates/instantiate.ts';
import type { Template } from '../../../../shared/templates/template.ts';
import { visibility } from '../../../../shared/visibility/viewpointVisibility.ts';

/** The viewpoint is `everyone` or a key of the template. */
export function seenKeys(drawn: Template, viewpoint: string, ids: IdSources): Set<string> {
  const graph = new Graph(drawn.policy);
  const records = instantiate(drawn, ids);
  for (const record of records) graph.put(record);
  const keys = [...drawn.nodes, ...drawn.links].map(({ id }) => id as string);
  const keyOf = new Map(records.map((record, index) => [record.id as string, keys[index] ?? '']));
  const idOf = records[keys.indexOf(viewpoint)]?.id;
  if (idOf === undefined && viewpoint !== 'everyone') throw new Error(`No node ${viewpoint}.`);
  const seen = visibility(graph, viewpoint === 'everyone' ? 'everyone' : (idOf as NodeId));
  return new Set([...seen.keys()].map((id) => keyOf.get(id) ?? ''));
}
