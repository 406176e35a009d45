/**
 * Writes JSON Canvas 1.0: groups are its groups, everything else its texts, links its edges. What the format has
 * no field for stands under `cellboard` in each entry, where other programs leave it alone.
 */
import type { Size } from '../../../model/element.ts';
import { FIELD_LISTS, valueIn } from '../../../model/fieldLists.ts';
import type { ElementRoot } from '../../../model/fields.ts';
import { isDirected, isGroupKind } from '../../../model/kinds.ts';
import { usualSize } from '../../../model/sizes.ts';
import { hexOf } from '../../colors.ts';
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../content.ts';
import { isLeftOut } from '../../fileFields.ts';
import { isCanvasField } from './canvasFields.ts';

export function writeCanvas({ nodes, links }: ExchangeContent): string {
  // Groups are drawn beneath what follows them, larger ones first.
  const area = ({ width, height }: Size) => width * height;
  const sorted = [...nodes].sort((a, b) => {
    const [one, other] = [isGroupKind(a.kind), isGroupKind(b.kind)];
    if (one !== other) return one ? -1 : 1;
    return one ? area(boxOf(b)) - area(boxOf(a)) : 0;
  });
  return `${JSON.stringify({ nodes: sorted.map(canvasNode), edges: links.map(canvasEdge) }, null, '\t')}\n`;
}

/** A person's name stands in the box here, not beneath it. */
const PERSON_BOX: Size = { width: 160, height: 60 };

function boxOf({ kind, label, size }: Pick<ExchangeNode, 'kind' | 'label' | 'size'>): Size {
  return kind === 'person' ? PERSON_BOX : (size ?? usualSize(kind, label));
}

function canvasNode(node: ExchangeNode): object {
  const { id, kind, label, position, color } = node;
  const box = boxOf(node);
  return {
    id,
    type: isGroupKind(kind) ? 'group' : 'text',
    // Whole numbers are all the format has: the exact place stands under `cellboard`.
    x: Math.round(position.x - box.width / 2),
    y: Math.round(position.y - box.height / 2),
    width: Math.round(box.width),
    height: Math.round(box.height),
    ...(color !== undefined && { color: hexOf(color) }),
    ...(isGroupKind(kind) ? { label } : { text: label }),
    cellboard: ownFields('nodes', node),
  };
}

function canvasEdge(link: ExchangeLink): object {
  const { id, kind, source, target, label } = link;
  return {
    id,
    fromNode: source,
    toNode: target,
    toEnd: isDirected(kind) ? 'arrow' : 'none',
    ...(label !== '' && { label }),
    cellboard: ownFields('links', link),
  };
}

function ownFields(root: ElementRoot, element: ExchangeNode | ExchangeLink): object {
  const told = FIELD_LISTS[root].filter((field) => {
    const value = valueIn(element, field);
    return isCanvasField(field) && value !== undefined && !isLeftOut(field, value);
  });
  return Object.fromEntries(told.map((field) => [field.name, valueIn(element, field)]));
}
