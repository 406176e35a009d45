/**
 * Makes a template of what is on a board: what is confirmed, under keys that have nothing to do with its ids and
 * in an order that tells nothing of how it came about. With or without the names of people on it.
 */
import { isConfirmed, type LinkRecord, type NodeRecord } from '../model/element.ts';
import { asLinkId, asNodeId, type Viewpoint } from '../model/ids.ts';
import { renameIds } from '../model/renameIds.ts';
import { type DrawnRecords, type Language, withoutNames } from './withoutNames.ts';

export interface FromBoardOptions {
  /** Whether people keep their names. */
  readonly names: boolean;
  /** What people are called who lose theirs. */
  readonly language: Language;
}

/** Ids and viewpoints in the answer are keys of the template. */
export function fromBoard(board: DrawnRecords, { names, language }: FromBoardOptions): DrawnRecords {
  const nodes = board.nodes.filter(isConfirmed).sort(inReadingOrder);
  const keys = new Map(nodes.map(({ id }, index) => [id, asNodeId(`n${index + 1}`)]));
  const viewpoint = (of: Viewpoint) => (of === 'facilitator' || of === 'everyone' ? of : keys.get(of));
  const links = board.links
    .filter((link) => isConfirmed(link) && keys.has(link.source) && keys.has(link.target))
    .map((link) => renameIds(link, { root: 'links', rename: viewpoint }));
  const content = {
    nodes: nodes.map((node) => ({
      ...renameIds(node, { root: 'nodes', rename: viewpoint }),
      id: keys.get(node.id) ?? node.id,
    })),
    links: links.sort(byEnds).map((link, index) => ({ ...link, id: asLinkId(`l${index + 1}`) })),
  };
  return names ? content : withoutNames(content, { language, people: board.nodes });
}

function inReadingOrder(a: NodeRecord, b: NodeRecord): number {
  return a.position.y - b.position.y || a.position.x - b.position.x || compare(a.label, b.label);
}

function byEnds(a: LinkRecord, b: LinkRecord): number {
  const key = ({ source, target, kind }: LinkRecord) => `${source} ${target} ${kind}`;
  return compare(key(a), key(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
