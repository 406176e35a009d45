/** Carrying out the act that ends a finding. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { linkMap, nodeMap } from '../../../../../client/editing/newElements.ts';
import { carryOut, hindrance } from '../../../../../client/features/checks/repair.ts';
import { contains } from '../../../../../client/shapes/shapes.ts';
import type { Rights } from '../../../../../client/state/rights.ts';
import { Scene } from '../../../../../client/state/scene/scene.ts';
import { createUi } from '../../../../../client/state/ui.ts';
import type { Workspace } from '../../../../../client/state/workspace.ts';
import { History } from '../../../../../client/sync/history.ts';
import { BoardStore } from '../../../../../client/sync/store.ts';
import type { Repair } from '../../../../../shared/checks/finding.ts';
import type { LinkId } from '../../../../../shared/model/ids.ts';
import { nodeId } from '../../../../helpers/boards.ts';

const EDITOR: Rights = { role: 'editor', viewing: false };

/** Ada lies in cell one, at the start, and cell two lies beside it. */
function board(rights: Rights = EDITOR) {
  const doc = new Y.Doc();
  const size = { width: 160, height: 139 };
  doc.transact(() => {
    const nodes = doc.getMap('nodes');
    nodes.set('one', nodeMap({ kind: 'cell', label: 'One', position: { x: 0, y: 0 }, size }));
    nodes.set('two', nodeMap({ kind: 'cell', label: 'Two', position: { x: 400, y: 0 }, size }));
    nodes.set('ada', nodeMap({ kind: 'person', label: 'Ada', position: { x: 10, y: 20 } }));
    const link = linkMap({ kind: 'membership', source: nodeId('ada'), target: nodeId('one') });
    doc.getMap('links').set('m', link);
  });
  const store = new BoardStore(doc);
  const ui = createUi();
  const history = new History(doc);
  const scene = new Scene({ store, rights, ui });
  // All that repairs touch of a workspace.
  const workspace = { store, history, rights, ui, scene } as unknown as Workspace;
  const groups = () => [...store.links.values()].map(({ source, target }) => `${source} ${target}`);
  return { doc, store, scene, history, workspace, groups };
}

const message = { key: 'repair-join', values: { member: [nodeId('ada')], group: [nodeId('two')] } } as const;
const membership = { kind: 'membership', source: nodeId('ada'), target: nodeId('two') } as const;
const MOVE: Repair = { message, kind: 'move', remove: ['m' as LinkId], add: [membership] };
const REMOVE: Repair = { message, kind: 'remove', links: ['m' as LinkId] };

describe('a repair', () => {
  it('is one step of undo, and takes the disc along into the group that is joined', () => {
    const { workspace, store, scene, history, groups } = board();
    carryOut(workspace, MOVE);
    expect(groups()).toEqual(['ada two']);
    const two = scene.restingShape(nodeId('two'));
    const ada = store.nodes.get(nodeId('ada'))?.position;
    expect(two && ada && contains(two, ada)).toBe(true);
    history.undo();
    expect(groups()).toEqual(['ada one']);
    expect(store.nodes.get(nodeId('ada'))?.position).toEqual({ x: 10, y: 20 });
    expect(history.state.canUndo).toBe(false);
  });

  it('takes the disc out of the group that is left', () => {
    const { workspace, store, scene, groups } = board();
    carryOut(workspace, REMOVE);
    expect(groups()).toEqual([]);
    const one = scene.restingShape(nodeId('one'));
    const ada = store.nodes.get(nodeId('ada'))?.position;
    expect(one && ada && contains(one, ada)).toBe(false);
  });

  it('adds a link and moves nobody', () => {
    const { workspace, store, groups } = board();
    carryOut(workspace, { message, kind: 'link', link: membership });
    expect(groups().sort()).toEqual(['ada one', 'ada two']);
    expect(store.nodes.get(nodeId('ada'))?.position).toEqual({ x: 10, y: 20 });
  });

  it('is not carried out by those who may not, and says why', () => {
    const reason = (rights: Rights, change: (map: Y.Map<unknown>) => void = () => {}) => {
      const { workspace, doc, groups } = board(rights);
      change(doc.getMap('links').get('m') as Y.Map<unknown>);
      const why = hindrance(workspace, MOVE);
      carryOut(workspace, MOVE);
      expect(groups()).toEqual([why === null ? 'ada two' : 'ada one']);
      return why;
    };
    expect(reason(EDITOR)).toBeNull();
    expect(reason({ role: 'viewer', viewing: false })).toBe('viewer');
    expect(reason({ role: 'facilitator', viewing: true })).toBe('viewing');
    expect(reason(EDITOR, (map) => map.set('access', 'read'))).toBe('not-yours');
    expect(reason(EDITOR, (map) => map.set('locked', true))).toBe('locked');
  });

  it('is over where what it was about has gone', () => {
    const { workspace, doc } = board();
    doc.getMap('links').delete('m');
    expect(hindrance(workspace, MOVE)).toBe('gone');
    doc.getMap('nodes').delete('two');
    expect(hindrance(workspace, { message, kind: 'link', link: membership })).toBe('gone');
  });
});
