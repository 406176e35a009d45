import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { EncodedDoc } from '../../../../server/yjs/encodedDoc.ts';

let doc: Y.Doc;
let snapshot: EncodedDoc;

beforeEach(() => {
  doc = new Y.Doc();
  snapshot = new EncodedDoc(() => Y.encodeStateAsUpdate(doc));
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    snapshot.changed(update, transaction);
  });
  add('ada');
});

const nodes = () => doc.getMap('nodes') as Y.Map<Y.Map<unknown>>;

function add(name: string): void {
  nodes().set(
    name,
    new Y.Map<unknown>([
      ['position', { x: 0, y: 0 }],
      ['label', new Y.Text(`label of ${name}`)],
    ]),
  );
}

function docFromSnapshot(): Y.Doc {
  const { base, tail } = snapshot.whole;
  const other = new Y.Doc();
  Y.applyUpdate(other, base);
  if (tail !== null) Y.applyUpdate(other, tail);
  return other;
}

const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1');

describe('the snapshot of a view', () => {
  it('is encoded once for all who come while nothing changes', () => {
    expect(snapshot.whole.base).toBe(snapshot.whole.base);
  });

  it('stays while things are added and moved, with a tail that says so', () => {
    const { base } = snapshot.whole;
    add('bo');
    nodes().get('ada')?.set('position', { x: 5, y: 5 });
    expect(snapshot.whole.base).toBe(base);
    expect(docFromSnapshot().getMap('nodes').toJSON()).toEqual(nodes().toJSON());
  });

  it('holds nothing of an element that was withdrawn', () => {
    add('bo');
    expect(text(snapshot.whole.base)).toContain('label of bo');
    nodes().delete('bo');
    expect(text(snapshot.whole.base) + text(snapshot.whole.tail)).not.toContain('label of bo');
  });

  it('holds nothing that was typed and deleted, in base or tail', () => {
    const before = snapshot.whole.base;
    const label = nodes().get('ada')?.get('label') as Y.Text;
    label.insert(0, 'secret ');
    expect(text(snapshot.whole.tail)).toContain('secret');
    label.delete(0, 7);
    expect(snapshot.whole.base).not.toBe(before);
    expect(text(snapshot.whole.base) + text(snapshot.whole.tail)).not.toContain('secret');
  });

  it('holds no value but a place that was replaced', () => {
    nodes().get('ada')?.set('caption', 'early caption');
    expect(text(snapshot.whole.base)).toContain('early caption');
    nodes().get('ada')?.set('caption', 'late');
    expect(text(snapshot.whole.base) + text(snapshot.whole.tail)).not.toContain('early caption');
  });

  it('is encoded anew when its tail has grown long', () => {
    const { base } = snapshot.whole;
    for (let step = 0; step < 600; step += 1) nodes().get('ada')?.set('position', { x: step, y: 0 });
    expect(snapshot.whole.base).not.toBe(base);
    expect(docFromSnapshot().getMap('nodes').toJSON()).toEqual(nodes().toJSON());
  });
});
