/** Accessible descriptions of elements: "Ada, person, Reading circle, seat in Cell 1, 2 links". */
import type { NodeId } from '../../shared/model/ids.ts';
import { isDirected } from '../../shared/model/kinds.ts';
import type { LinkSnapshot, NodeSnapshot } from '../sync/snapshot.ts';
import { currentMessages } from '../ui/locale.ts';
import type { SceneFacts } from './scene/nodeData.ts';

export function nameOf(node: NodeSnapshot | undefined): string {
  const label = node?.label.trim() ?? '';
  return label === '' ? currentMessages().unnamed : label;
}

export function describeNode(facts: SceneFacts, node: NodeSnapshot): string {
  const { store } = facts;
  const { canvas, nodeKinds, session, comma } = currentMessages();
  const parts = [nameOf(node), nodeKinds[node.kind].toLocaleLowerCase()];
  let links = 0;
  for (const id of store.linksAt(node.id)) {
    const link = store.links.get(id);
    if (link === undefined) continue;
    if (link.kind !== 'membership') links++;
    else if (link.source === node.id) {
      const group = nameOf(store.nodes.get(link.target));
      parts.push(facts.isHeld(id) ? canvas.memberOf(group) : canvas.seatIn(group));
    }
  }
  if (links > 0) parts.push(canvas.links(links));
  if (node.unconfirmed) parts.push(session.awaitsShort);
  if (node.locked) parts.push(canvas.locked);
  else if (node.access === 'read') parts.push(canvas.readOnly);
  return parts.join(comma);
}

export function describeLink({ store }: Pick<SceneFacts, 'store'>, link: LinkSnapshot): string {
  const { canvas, linkKinds, session, comma } = currentMessages();
  const name = (id: NodeId) => nameOf(store.nodes.get(id));
  const [kind, source, target] = [linkKinds[link.kind], name(link.source), name(link.target)];
  const text = isDirected(link.kind)
    ? canvas.linkLabel(kind, source, target)
    : canvas.linkBetween(kind, source, target);
  const labelled = link.label === '' ? text : `${text}: ${link.label}`;
  const states = [link.unconfirmed ? session.awaitsShort : '', link.locked ? canvas.locked : ''];
  return [labelled, ...states.filter((state) => state !== '')].join(comma);
}
