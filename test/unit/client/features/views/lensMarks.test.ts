/** What a lens does to memberships that no line stands for, as who belongs lies in the group. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { linkMap, nodeMap } from '../../../../../client/editing/newElements.ts';
import { lensMarks } from '../../../../../client/features/views/lens/marks.ts';
import { Scene } from '../../../../../client/state/scene/scene.ts';
import { createUi } from '../../../../../client/state/ui.ts';
import { BoardStore } from '../../../../../client/sync/store.ts';
import type { ElementId } from '../../../../../shared/model/ids.ts';
import { nodeId } from '../../../../helpers/boards.ts';

const ALL = ['ada', 'circle', 'm'] as ElementId[];

/** Ada lies in the circle to which she belongs. */
function sceneUnder(seen: { a: readonly string[]; b?: readonly string[] }) {
  const doc = new Y.Doc();
  doc.transact(() => {
    const nodes = doc.getMap('nodes');
    nodes.set('ada', nodeMap({ kind: 'person', label: 'Ada', position: { x: 10, y: 20 } }));
    nodes.set('circle', nodeMap({ kind: 'circle', label: 'Mill', position: { x: 0, y: 0 } }));
    const link = linkMap({ kind: 'membership', source: nodeId('ada'), target: nodeId('circle') });
    doc.getMap('links').set('m', link);
  });
  const store = new BoardStore(doc);
  const scene = new Scene({ store, rights: { role: 'facilitator', viewing: false }, ui: createUi() });
  expect(scene.edges).toEqual([]);
  const setOf = (ids: readonly string[]) => new Set(ids as ElementId[]);
  const given = { a: setOf(seen.a), b: seen.b === undefined ? null : setOf(seen.b) };
  scene.mark(lensMarks(ALL, given).marks);
  const drawn = () => {
    const ada = scene.nodes.find(({ id }) => id === 'ada');
    return { mark: ada?.data.heldMark, label: ada?.ariaLabel };
  };
  return { scene, drawn };
}

describe('a membership drawn by lying in the group', () => {
  it('is told apart where both ends are seen and it is not, and no more once the lens is gone', () => {
    const { scene, drawn } = sceneUnder({ a: ['ada', 'circle'] });
    expect(drawn().mark).toBe('is-ghost');
    expect(drawn().label).toMatch(/belonging here is hidden under the lens$/);
    scene.mark(new Map());
    expect(drawn().mark).toBe('');
    expect(drawn().label).not.toContain('lens');
  });

  it('needs no mark where it is seen, or where an end that is hidden says it', () => {
    for (const a of [ALL, ['ada'], ['circle'], []]) expect(sceneUnder({ a }).drawn().mark).toBe('');
  });

  it('is told apart where one of two who are compared does not see it', () => {
    const ends = ['ada', 'circle'];
    expect(sceneUnder({ a: ALL, b: ends }).drawn().mark).toBe('is-only-a');
    expect(sceneUnder({ a: ends, b: ALL }).drawn().mark).toBe('is-only-b');
    expect(sceneUnder({ a: ends, b: ends }).drawn().mark).toBe('is-ghost');
    expect(sceneUnder({ a: ALL, b: ['circle'] }).drawn().mark).toBe('');
    expect(sceneUnder({ a: ends, b: ['circle'] }).drawn().mark).toBe('is-ghost');
  });
});
