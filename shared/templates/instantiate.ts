/**
 * Turns a template into the records of a new board: every element gets a fresh id, and whatever names a
 * node of the template (ends of links, audiences) names the new one.
 */
import type { ElementRecord, LinkRecord, NodeRecord } from '../model/element.ts';
import type { LinkId, NodeId, Viewpoint } from '../model/ids.ts';
import type { Template, TemplateLink, TemplateNode } from './template.ts';

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
  const ownership = ({ owner, audience }: TemplateNode | TemplateLink) => ({
    owner: viewpoint(owner ?? 'facilitator'),
    ...(audience && { audience: audience.map(viewpoint) }),
  });

  const nodes = template.nodes.map((draft): NodeRecord => {
    const { id, kind, label, caption, notes, position, size, color, locked, disclosure } = draft;
    return {
      id: nodeId(id),
      kind,
      label,
      caption,
      notes,
      position,
      ...(size && { size }),
      ...(color !== undefined && { color }),
      locked,
      ...(disclosure && { disclosure }),
      ...ownership(draft),
    };
  });
  const links = template.links.map((draft): LinkRecord => {
    const { kind, source, target, label, caption, locked } = draft;
    const ends = { source: nodeId(source), target: nodeId(target) };
    return { id: newLinkId(), kind, ...ends, label, caption, locked, ...ownership(draft) };
  });
  return [...nodes, ...links];
}
