/**
 * What is wrong with a view's doc, looked at from the inside: anything pending, any root too many, any item
 * that is not where its parent says, any content the model has no place for. An oracle for the gate.
 */
import * as Y from 'yjs';
import { isId } from '../../../../shared/model/ids.ts';
import { BOARD_FIELDS, isTextField, LINK_FIELDS, NODE_FIELDS, ROOTS } from '../../../../shared/protocol.ts';

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  nodes: NODE_FIELDS,
  links: LINK_FIELDS,
  board: BOARD_FIELDS,
};

type AnyType = Y.AbstractType<unknown>;

/** Every flaw of the doc, and of the doc a newcomer makes of its bytes. */
export function flawsOf(doc: Y.Doc): string[] {
  const flaws = inside(doc);
  const copy = new Y.Doc();
  for (const root of ROOTS) copy.getMap(root);
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  } catch {
    return [...flaws, 'a copy cannot be made'];
  }
  for (const flaw of inside(copy)) flaws.push(`copied: ${flaw}`);
  if (flaws.length > 0) return flaws;
  const differs = ROOTS.some(
    (root) => JSON.stringify(sorted(doc.getMap(root))) !== JSON.stringify(sorted(copy.getMap(root))),
  );
  if (differs) flaws.push('a copy differs');
  return flaws;
}

function sorted(map: Y.Map<unknown>): unknown {
  const entries = Object.entries(map.toJSON()).map(([key, value]) => [
    key,
    typeof value === 'object' && value !== null ? Object.entries(value).sort() : value,
  ]);
  return entries.sort();
}

function inside(doc: Y.Doc): string[] {
  const flaws: string[] = [];
  if (doc.store.pendingStructs !== null) flaws.push('pending structs');
  if (doc.store.pendingDs !== null) flaws.push('pending deletions');
  for (const root of doc.share.keys()) if (!(root in FIELDS)) flaws.push(`root ${root}`);
  for (const root of ROOTS) {
    const map = doc.getMap(root) as unknown as AnyType;
    lookAtMap(map, { flaws, mayHave: (key) => (root === 'board' ? isField(root, key) : isId(key)) });
    for (const [key, item] of map._map) {
      if (item.deleted) continue;
      if (root === 'board') {
        if (!(item.content instanceof Y.ContentAny)) flaws.push(`${item.content.constructor.name} in board`);
      } else lookAtElement(item, { root, key, flaws });
    }
  }
  return flaws;
}

const isField = (root: string, key: string) => FIELDS[root]?.includes(key) ?? false;

function lookAtElement(item: Y.Item, { root, key, flaws }: { root: string; key: string; flaws: string[] }) {
  const element = item.content instanceof Y.ContentType ? item.content.type : null;
  if (element?.constructor !== Y.Map) {
    flaws.push(`${root}.${key} is no map`);
    return;
  }
  lookAtMap(element as AnyType, { flaws, mayHave: (field) => isField(root, field) });
  for (const [field, entry] of (element as AnyType)._map) {
    if (entry.deleted) continue;
    if (!isTextField(field)) {
      if (!(entry.content instanceof Y.ContentAny))
        flaws.push(`${entry.content.constructor.name} as ${field}`);
      else if (entry.length !== 1) flaws.push(`${entry.length} values in one field`);
      continue;
    }
    const text = entry.content instanceof Y.ContentType ? (entry.content.type as AnyType) : null;
    if (text?.constructor !== Y.Text) flaws.push(`${field} is no text`);
    else lookAtText(text, flaws);
  }
}

function lookAtMap(
  map: AnyType,
  { flaws, mayHave }: { flaws: string[]; mayHave: (key: string) => boolean },
): void {
  if (map._start !== null) flaws.push('a list item in a map');
  for (const [key, last] of map._map) {
    if (!mayHave(key)) flaws.push(`key ${key.slice(0, 20)}`);
    const seen = new Set<Y.Item>();
    for (let item: Y.Item | null = last; item !== null; item = item.left) {
      if (seen.has(item)) {
        flaws.push('a circle of items');
        return;
      }
      seen.add(item);
      if (item.parent !== map || item.parentSub !== key) flaws.push('an item outside its parent');
    }
  }
}

function lookAtText(text: AnyType, flaws: string[]): void {
  if (text._map.size > 0) flaws.push('a key in a text');
  const seen = new Set<Y.Item>();
  let length = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (seen.has(item)) {
      flaws.push('a circle of items');
      return;
    }
    seen.add(item);
    if (item.parent !== text || item.parentSub !== null) flaws.push('an item outside its parent');
    if (item.deleted) continue;
    length += item.length;
    if (!(item.content instanceof Y.ContentString)) flaws.push(`${item.content.constructor.name} in a text`);
  }
  if (length !== text._length) flaws.push('a text of another length than it says');
}
