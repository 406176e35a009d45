/**
 * A view's doc as the server and two clients have written it, the same every time, and what gate and Yjs make
 * of an update for it.
 */
import * as Y from 'yjs';
import { inspect } from '../../../../server/yjs/gate.ts';
import { type Claim, repairTexts } from '../../../../server/yjs/textRepair.ts';
import { flawsOf } from './flaws.ts';
import type { Ref } from './handmade.ts';

export const SERVER = 1000;
/** The sender's client ids. */
export const MINE = 7;
export const ALSO_MINE = 8;
/** Of another person. */
export const THEIRS = 9;
export const RETIRED = 500;

function element(fields: Record<string, unknown>): Y.Map<unknown> {
  return new Y.Map(Object.entries(fields));
}

function person(name: string): Y.Map<unknown> {
  return element({
    kind: 'person',
    label: new Y.Text(name),
    notes: new Y.Text(''),
    position: { x: 0, y: 0 },
    access: 'edit',
  });
}

/** With `ada` and `gone` by the server, `own` by the sender, `other` by somebody else; `gone` is deleted. */
export function sampleDoc(): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  const [nodes, links, board] = [doc.getMap('nodes'), doc.getMap('links'), doc.getMap('board')];
  doc.clientID = SERVER;
  doc.transact(() => {
    nodes.set('ada', person('Ada'));
    nodes.set('gone', person('Gone'));
    links.set('tie', element({ kind: 'tie', source: 'ada', target: 'ada', label: new Y.Text('') }));
    board.set('title', 'A board');
  });
  doc.clientID = MINE;
  nodes.set('own', person('Own'));
  text(doc, 'own').insert(3, ' person');
  nodes.set('late', person('Late'));
  text(doc, 'gone').insert(4, ' soon');
  doc.clientID = THEIRS;
  nodes.set('other', person('Other'));
  doc.clientID = SERVER;
  nodes.delete('gone');
  nodes.delete('late');
  return doc;
}

export function text(doc: Y.Doc, name: string): Y.Text {
  return (doc.getMap('nodes').get(name) as Y.Map<unknown>).get('label') as Y.Text;
}

/** The id of the item that holds an element, or one of its fields. */
export function at(doc: Y.Doc, ...path: string[]): Ref {
  const [root = 'nodes', ...rest] = path;
  let map = doc.getMap(root) as unknown as Y.AbstractType<unknown>;
  let item: Y.Item | undefined;
  for (const key of rest) {
    item = map._map.get(key);
    if (item?.content instanceof Y.ContentType) map = item.content.type;
  }
  if (item === undefined) throw new RangeError(`There is no ${path.join('.')}.`);
  return [item.id.client, item.id.clock];
}

/** The id of the first character of a node's label. */
export function firstCharacter(doc: Y.Doc, name: string): Ref {
  const start = text(doc, name)._start;
  if (start === null) throw new RangeError(`${name} has no label.`);
  return [start.id.client, start.id.clock];
}

export function clockOf(doc: Y.Doc, client: number): number {
  return Y.getState(doc.store, client);
}

export interface Judgement {
  ok: boolean;
  /** Why the gate refused it. */
  why: string | null;
  isIncomplete: boolean;
  /** What is wrong with a doc of Yjs that took it all the same, its torn texts mended if the gate let it pass. */
  harm: string[];
}

/** What the gate says, and what would come of applying the update. */
export function judge(update: Uint8Array, make: () => Y.Doc = sampleDoc): Judgement {
  const doc = make();
  const before = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex');
  const verdict = inspect(update, { doc, mayWriteAs: (client) => client === MINE || client === ALSO_MINE });
  const after = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex');
  const roots = [...doc.share.keys()].join();
  if (before !== after || roots !== 'nodes,links,board') throw new Error('inspecting changed the doc');
  return {
    ok: verdict.ok,
    why: verdict.ok ? null : verdict.error.violation,
    isIncomplete: !verdict.ok && verdict.error.isIncomplete,
    harm: harmOf(update, { doc: make(), claims: verdict.ok ? verdict.value.claims : [] }),
  };
}

function harmOf(update: Uint8Array, { doc, claims }: { doc: Y.Doc; claims: readonly Claim[] }): string[] {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return ['it throws'];
  }
  repairTexts(doc, claims);
  return flawsOf(doc);
}
