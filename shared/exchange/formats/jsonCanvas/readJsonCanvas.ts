/**
 * Reads JSON Canvas 1.0, ours with every field and those of other programs, which say by place alone what
 * belongs to a group.
 */
import * as v from 'valibot';
import type { Position, Size } from '../../../model/element.ts';
import { FIELD_LISTS } from '../../../model/fieldLists.ts';
import type { ElementRoot } from '../../../model/fields.ts';
import { nearestColor, parseHex } from '../../colors.ts';
import type { TextFiles } from '../../fileFormat.ts';
import { entryLines, parseJson } from '../../parseJson.ts';
import {
  type FoundFields,
  type FoundLink,
  type FoundNode,
  type ReadResult,
  refused,
  Troubles,
  tooMany,
} from '../../reading.ts';
import { wellFormed } from '../../words.ts';
import { isCanvasField } from './canvasFields.ts';

const side = v.pipe(v.number(), v.finite());
const OwnSchema = v.optional(v.record(v.string(), v.unknown()));
const NodeSchema = v.looseObject({
  id: v.pipe(v.string(), v.nonEmpty()),
  type: v.string(),
  x: side,
  y: side,
  width: side,
  height: side,
  color: v.optional(v.string()),
  cellboard: OwnSchema,
});
const EdgeSchema = v.looseObject({
  fromNode: v.string(),
  toNode: v.string(),
  fromEnd: v.optional(v.string()),
  toEnd: v.optional(v.string()),
  label: v.optional(v.string(), ''),
  cellboard: OwnSchema,
});
const CanvasSchema = v.looseObject({
  nodes: v.optional(v.array(v.unknown()), []),
  edges: v.optional(v.array(v.unknown()), []),
});

export function readCanvas([{ text }]: TextFiles): ReadResult {
  const data = parseJson(text);
  if (!data.ok) return data;
  const canvas = v.safeParse(CanvasSchema, data.value);
  if (!canvas.success) return refused('unknown-format');
  const { nodes, edges } = canvas.output;
  const full = tooMany({ nodes: nodes.length, links: edges.length });
  if (full !== null) return { ok: false, error: full };
  const troubles = new Troubles();
  const lines = entryLines(text, ['nodes', 'edges']);
  const boxes: CanvasBox[] = [];
  const found: FoundNode[] = [];
  let isOurs = false;
  for (const [index, entry] of nodes.entries()) {
    const line = lines['nodes']?.[index] ?? null;
    const parsed = v.safeParse(NodeSchema, entry);
    if (!parsed.success) {
      troubles.add('bad-value', { line, what: v.getDotPath(parsed.issues[0]) ?? '' });
      continue;
    }
    const node = foundNode(parsed.output, { line });
    const { id, x, y, width, height, type } = parsed.output;
    if (parsed.output.cellboard !== undefined) isOurs = true;
    boxes.push({ key: id, isGroup: type === 'group', x, y, width, height });
    found.push(node);
  }
  const links: FoundLink[] = [];
  for (const [index, entry] of edges.entries()) {
    const line = lines['edges']?.[index] ?? null;
    const parsed = v.safeParse(EdgeSchema, entry);
    if (parsed.success) links.push(foundLink(parsed.output, line));
    else troubles.add('bad-value', { line, what: v.getDotPath(parsed.issues[0]) ?? '' });
  }
  if (!isOurs) links.push(...memberships(boxes));
  return {
    ok: true,
    value: { title: '', nodes: found, links, troubles: troubles.list, isToScale: true },
  };
}

function foundNode(node: v.InferOutput<typeof NodeSchema>, { line }: { line: number | null }): FoundNode {
  const { id, type, x, y, width, height, color } = node;
  const own = node.cellboard ?? {};
  const words = [node['label'], node['text'], node['file'], node['url']].find(
    (one) => typeof one === 'string',
  );
  const rgb = color === undefined ? null : (PRESETS[color] ?? parseHex(color));
  const common = {
    key: id,
    line,
    label: wellFormed(typeof words === 'string' ? words : ''),
    color: rgb && nearestColor(rgb),
    ...ownFields('nodes', own),
  };
  const position = { x: x + width / 2, y: y + height / 2 };
  if (node.cellboard !== undefined) return { position, ...common, type: textIn(own['kind']) };
  return { ...common, type, position, size: { width, height }, isProse: type === 'text' };
}

function foundLink(edge: v.InferOutput<typeof EdgeSchema>, line: number | null): FoundLink {
  const own = edge.cellboard ?? {};
  // An arrow at the start alone points the other way.
  const turned = edge.cellboard === undefined && edge.fromEnd === 'arrow' && edge.toEnd === 'none';
  const [source, target] = turned ? [edge.toNode, edge.fromNode] : [edge.fromNode, edge.toNode];
  const common = { line, type: textIn(own['kind']), label: wellFormed(edge.label) };
  return { ...common, source, target, ...ownFields('links', own) };
}

/** What `cellboard` says of fields: values of their types, whatever their bounds. */
function ownFields<Root extends ElementRoot>(
  root: Root,
  own: Readonly<Record<string, unknown>>,
): FoundFields<Root> {
  const fields: Record<string, unknown> = {};
  for (const field of FIELD_LISTS[root]) {
    const { name, type } = field;
    const value = own[name];
    if (!isCanvasField(field) || name === 'kind' || !type.is(value)) continue;
    fields[name] = typeof value === 'string' ? wellFormed(value) : value;
    if (type.tag === 'pair') fields[name] = pick(Object(value), type.keys);
  }
  // Made in a loop over the table, of values of each field's type.
  return fields as FoundFields<Root>;
}

function pick(value: object, keys: readonly string[]): object {
  return Object.fromEntries(keys.map((key) => [key, Reflect.get(value, key)]));
}

/** The format's numbered colours: red, orange, yellow, green, cyan, purple. */
const PRESETS: Readonly<Record<string, { r: number; g: number; b: number }>> = {
  1: { r: 233, g: 49, b: 71 },
  2: { r: 236, g: 117, b: 0 },
  3: { r: 224, g: 172, b: 0 },
  4: { r: 8, g: 185, b: 78 },
  5: { r: 0, g: 191, b: 188 },
  6: { r: 120, g: 82, b: 238 },
};

interface CanvasBox extends Position, Size {
  readonly key: string;
  readonly isGroup: boolean;
}

/** Each node belongs to the smallest group in which it lies wholly. */
function memberships(boxes: readonly CanvasBox[]): FoundLink[] {
  const groups = boxes
    .filter(({ isGroup }) => isGroup)
    .sort((a, b) => a.width * a.height - b.width * b.height);
  return boxes.flatMap((box) => {
    const holder = groups.find((group) => group !== box && holds(group, box));
    if (holder === undefined) return [];
    const said = { line: null, type: 'membership', label: '' };
    return [{ ...said, source: box.key, target: holder.key, isImplied: true }];
  });
}

function holds(group: CanvasBox, box: CanvasBox): boolean {
  if (box.isGroup && box.width * box.height >= group.width * group.height) return false;
  return (
    box.x >= group.x &&
    box.y >= group.y &&
    box.x + box.width <= group.x + group.width &&
    box.y + box.height <= group.y + group.height
  );
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? wellFormed(value) : '';
}
