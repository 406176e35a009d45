import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mergeUpdates } from '../../../../server/yjs/mergeUpdates.ts';
import { Seeded } from '../../../helpers/seeded.ts';

/** A doc like a view's, changed by several clients at random, with every update it emitted. */
function emitted(seed: number, steps: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const random = new Seeded(seed);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  const clients = [3, 700, 90_000, 4_000_000_000].map((id) => {
    const other = new Y.Doc();
    other.clientID = id;
    return other;
  });
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let step = 0; step < steps; step += 1) {
    const client = clients[random.below(clients.length)] as Y.Doc;
    if (random.below(3) === 0) Y.applyUpdate(client, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(client)));
    const nodes = client.getMap('nodes') as Y.Map<Y.Map<unknown>>;
    const name = `n${random.below(5)}`;
    const element = nodes.get(name);
    client.transact(() => {
      if (element === undefined || random.below(8) === 0) {
        nodes.set(name, new Y.Map<unknown>([['label', new Y.Text('a🎈ب')]]));
      } else if (random.below(12) === 0) nodes.delete(name);
      else if (random.below(2) === 0) {
        element.set('position', { x: step * 0.5, y: -step, z: [null, true, 'é', 2 ** 40, undefined] });
      } else {
        const label = element.get('label') as Y.Text;
        label.insert(random.below(label.length + 1), 'x👩‍👩‍👧');
        if (random.below(3) === 0 && label.length > 2) label.delete(0, 2);
      }
    });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(client, Y.encodeStateVector(doc)));
  }
  return { doc, updates };
}

function docFrom(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

describe('updates put together', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'make the same doc as one by one (seed %i)',
    (seed) => {
      const { doc, updates } = emitted(seed, 60);
      const random = new Seeded(seed);
      const parts: Uint8Array[] = [];
      for (let at = 0; at < updates.length; ) {
        const count = 1 + random.below(9);
        parts.push(mergeUpdates(updates.slice(at, at + count)));
        at += count;
      }
      const other = docFrom(parts);
      expect(other.toJSON()).toEqual(docFrom(updates).toJSON());
      expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(doc));
      expect(Y.equalSnapshots(Y.snapshot(other), Y.snapshot(doc))).toBe(true);
    },
  );

  it('keep a single update as it is', () => {
    const { updates } = emitted(1, 1);
    const [only] = updates;
    expect(mergeUpdates(updates)).toBe(only);
  });

  it('are left to Yjs where they leave a gap', () => {
    const source = new Y.Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    for (let step = 0; step < 3; step += 1) source.getMap('board').set('title', `${step}`);
    const [first, , last] = updates;
    const merged = mergeUpdates([first as Uint8Array, last as Uint8Array]);
    const doc = docFrom([merged, updates[1] as Uint8Array]);
    expect(doc.getMap('board').get('title')).toBe('2');
  });
});
