/**
 * From Yjs events to edits: which element or field of a view's doc was made, replaced, set or deleted by a
 * transaction. Nothing is judged here.
 */
import * as Y from 'yjs';
import type { ElementRoot } from '../../shared/model/fields.ts';
import { isTextField } from '../../shared/protocol.ts';
import type { Edit, Fields } from './edits.ts';
import { parseDelta } from './textDelta.ts';

/** Runs a change of the doc and answers what it did. */
export function collectEdits(doc: Y.Doc, change: () => void): Edit[] {
  const edits: Edit[] = [];
  const stops = [
    observe(doc.getMap('nodes'), (events) => edits.push(...elementEdits('nodes', events))),
    observe(doc.getMap('links'), (events) => edits.push(...elementEdits('links', events))),
    observe(doc.getMap('board'), (events) => edits.push(...boardEdits(events))),
  ];
  try {
    change();
  } finally {
    for (const stop of stops) stop();
  }
  return edits;
}

type Event = Y.YEvent<Y.AbstractType<unknown>>;

function observe(map: Y.Map<unknown>, listener: (events: Event[]) => void): () => void {
  const onEvents = (events: Event[]) => listener(events);
  map.observeDeep(onEvents);
  return () => map.unobserveDeep(onEvents);
}

function elementEdits(root: ElementRoot, events: readonly Event[]): Edit[] {
  const edits: Edit[] = [];
  const replaced = new Set<string>();
  const inner: Event[] = [];
  for (const event of events) {
    if (event.path.length > 0) {
      inner.push(event);
      continue;
    }
    // Without a path it is an event of the root, which is a map.
    const map = event.target as Y.Map<unknown>;
    for (const name of event.keys.keys()) {
      const element = map.get(name);
      replaced.add(name);
      if (element instanceof Y.Map) edits.push({ type: 'put', root, name, fields: plain(element) });
      else edits.push({ type: 'delete', root, name });
    }
  }
  const replacedTexts = new Set<unknown>();
  for (const event of inner) {
    const [name] = event.path;
    if (typeof name !== 'string' || replaced.has(name) || !(event.target instanceof Y.Map)) continue;
    for (const field of event.keys.keys()) {
      const value: unknown = event.target.get(field);
      if (value instanceof Y.Text) {
        replacedTexts.add(value);
        edits.push({ type: 'text', root, name, field, value: value.toString(), delta: null });
      } else edits.push({ type: 'set', root, name, field, value });
    }
  }
  for (const event of inner) {
    const [name, field] = event.path;
    const text = event.target;
    if (typeof name !== 'string' || typeof field !== 'string' || replaced.has(name)) continue;
    if (!(text instanceof Y.Text) || replacedTexts.has(text)) continue;
    const delta = parseDelta(event.delta);
    edits.push({ type: 'text', root, name, field, value: text.toString(), delta });
  }
  return edits;
}

function boardEdits(events: readonly Event[]): Edit[] {
  const edits: Edit[] = [];
  for (const { target, keys } of events) {
    if (!(target instanceof Y.Map)) continue;
    for (const field of keys.keys()) edits.push({ type: 'board', field, value: target.get(field) });
  }
  return edits;
}

/** An element's fields as plain values. */
function plain(element: Y.Map<unknown>): Fields {
  const fields: Record<string, unknown> = {};
  for (const [field, value] of element.entries()) {
    fields[field] = isTextField(field) && value instanceof Y.Text ? value.toString() : value;
  }
  return fields;
}
