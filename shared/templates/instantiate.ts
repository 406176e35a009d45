/**
 * Turns a template into the records of a new board: every element gets a fresh id, and whatever names a
 * node of the template (ends of links, audiences) names the new one.
 */
import { completeRecord } from '../model/completeRecord.ts';
import type { ElementRecord } from '../model/element.ts';
import type { LinkId, NodeId, Viewpoint } from '../model/ids.ts';
import { renameIds } from '../model/renameIds.ts';
import type { Template } from './template.ts';

/** All that is needed of a template. */
export type TemplateContent = Pick<Template, 'nodes' | 'links'>;

export interface IdSources {
  readonly newNodeId: () => NodeId;
  readonly newLinkId: () => LinkId;
}

/** The records of a board made from the template, nodes first. What names no owner is the facilitator's. */
export function instantiate(template: TemplateContent, { newNodeId, newLinkId }: IdSources): ElementRecord[] {
  const ids = new Map<string, NodeId>(template.nodes.map((node) => [node.id, newNodeId()]));
  const nodeId = (key: string): NodeId => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`The template has no node ${key}.`);
    return id;
  };
  const viewpoint = (key: Viewpoint): Viewpoint =>
    key === 'facilitator' || key === 'everyone' ? key : nodeId(key);
  const nodes = template.nodes.map((draft) =>
    completeRecord('nodes', {
      ...renameIds(draft, { root: 'nodes', rename: viewpoint }),
      id: nodeId(draft.id),
    }),
  );
  const links = template.links.map((draft) =>
    completeRecord('links', { ...renameIds(draft, { root: 'links', rename: viewpoint }), id: newLinkId() }),
  );
  return [...nodes, ...links];
}
