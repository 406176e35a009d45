/**
 * The law of the outlook: however a board changes, in however large a turn, every open view shows afterwards
 * exactly what the rules say of the board as it is then, with the access that rights give, and its doc holds
 * exactly that. A failure names its seed; CELLBOARD_SEED repeats it, CELLBOARD_SEEDS sets how many runs.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Board, type Change } from '../../server/board/board.ts';
import { project } from '../../server/view/projection.ts';
import { firstRow, View } from '../../server/view/view.ts';
import { VisibilityIndex } from '../../server/view/visibilityIndex.ts';
import { isConfirmed, isLink, type NodeRecord } from '../../shared/model/element.ts';
import type { ElementId, Viewpoint } from '../../shared/model/ids.ts';
import { DISCLOSURES } from '../../shared/model/kinds.ts';
import type { Access } from '../../shared/protocol.ts';
import { accessTo } from '../../shared/rights/rights.ts';
import { scopeOf } from '../../shared/visibility/scope.ts';
import { visibility } from '../../shared/visibility/viewpointVisibility.ts';
import { board, linkId, nodeId, partsOf } from '../helpers/boards.ts';
import {
  anyAudience,
  anyBoard,
  anyLinkSketch,
  anyNode,
  anyOwner,
  anyPolicy,
  joining,
  type LinkSketch,
  NODE_IDS,
  type RandomBoard,
  trials,
  VIEWPOINTS,
} from '../helpers/randomBoards.ts';

const { numRuns, seed } = trials(300);

/** One thing done to a board; `which` picks among the elements there are when it is done. */
type Act =
  | { type: 'node'; node: NodeRecord; maker: number | null }
  | { type: 'link'; id: string; sketch: LinkSketch; maker: number | null }
  | { type: 'delete' | 'restore'; which: number }
  | { type: 'owner'; which: number; owner: Viewpoint }
  | { type: 'audience'; which: number; audience: { readonly audience?: readonly Viewpoint[] } }
  | { type: 'disclosure'; which: number; disclosure: NodeRecord['disclosure'] | null }
  | { type: 'confirm' | 'locked' | 'label' | 'position'; which: number }
  | { type: 'policy'; policy: RandomBoard['policy'] }
  | { type: 'view'; viewpoint: Viewpoint };

const which = fc.nat(997);
const maker = fc.option(fc.nat(997), { freq: 2 });
const of = <Type extends string>(type: Type) => fc.constant(type);

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: of('node'),
      node: fc.constantFrom(...NODE_IDS).chain(anyNode),
      maker,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: of('link'),
      id: fc.nat(40).map((number) => `l${number}`),
      sketch: anyLinkSketch,
      maker,
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('delete', 'restore'), which }) },
  { weight: 3, arbitrary: fc.record({ type: of('owner'), which, owner: anyOwner }) },
  { weight: 4, arbitrary: fc.record({ type: of('confirm'), which }) },
  { weight: 3, arbitrary: fc.record({ type: of('audience'), which, audience: anyAudience }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: of('disclosure'),
      which,
      disclosure: fc.constantFrom(null, ...DISCLOSURES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('locked', 'label', 'position'), which }) },
  { weight: 1, arbitrary: fc.record({ type: of('policy'), policy: anyPolicy }) },
  { weight: 1, arbitrary: fc.record({ type: of('view'), viewpoint: fc.constantFrom(...VIEWPOINTS) }) },
) as fc.Arbitrary<Act>;

/** What happens in one turn before the views take note. */
const anyTurn = fc.oneof(
  { weight: 3, arbitrary: fc.array(anyAct, { minLength: 1, maxLength: 1 }) },
  { weight: 2, arbitrary: fc.array(anyAct, { minLength: 2, maxLength: 6, size: 'max' }) },
);

/** A board with its views, as a room keeps them. */
class Rig {
  readonly board: Board;
  readonly visibilityIndex: VisibilityIndex;
  readonly #deleted: ElementId[] = [];
  #writers = 0;

  constructor({ policy, nodes, links }: RandomBoard) {
    this.board = new Board({ title: '', policy, nodes, links, bin: [] });
    this.visibilityIndex = new VisibilityIndex(this.board.graph);
  }

  toggle(viewpoint: Viewpoint): void {
    const open = this.visibilityIndex.view(viewpoint);
    if (open !== undefined) return this.visibilityIndex.close(open);
    this.#writers += 1;
    const row = firstRow(this.#writers);
    const newName = () => 'never';
    this.visibilityIndex.open(new View({ board: this.board, viewpoint, row, updates: [], newName }));
  }

  turn(acts: readonly Act[]): void {
    const changes: Change[] = [];
    let policyChanged = false;
    for (const act of acts) {
      if (act.type === 'view') continue;
      changes.push(...this.#carryOut(act));
      policyChanged ||= act.type === 'policy';
    }
    this.update(changes);
    if (policyChanged) this.visibilityIndex.policyChanged();
    for (const act of acts) if (act.type === 'view') this.toggle(act.viewpoint);
  }

  update(changes: readonly Change[]): void {
    this.visibilityIndex.update(changes);
  }

  #carryOut(act: Exclude<Act, { type: 'view' }>): readonly Change[] {
    const { board } = this;
    const { graph } = board;
    switch (act.type) {
      case 'node':
        if (graph.has(act.node.id)) return [];
        return this.#make(act.node, act.maker);
      case 'link': {
        const link = joining([...graph.nodes.values()], act.id, act.sketch);
        return link === null || graph.has(link.id) ? [] : this.#make(link, act.maker);
      }
      case 'restore': {
        const id = this.#deleted[act.which % this.#deleted.length];
        return id === undefined ? [] : board.restore(id).changes;
      }
      case 'policy':
        return board.setPolicy(act.policy).changes;
    }
    const all = [...graph.nodes.values(), ...graph.links.values()];
    const elements = act.type === 'confirm' ? all.filter((element) => !isConfirmed(element)) : all;
    const element = elements[act.which % elements.length];
    if (element === undefined) return [];
    switch (act.type) {
      case 'delete':
        this.#deleted.push(element.id);
        return board.delete({ id: element.id, by: 'facilitator', at: 0 }).changes;
      case 'owner':
        return board.put({ ...element, owner: act.owner }).changes;
      case 'confirm':
        return board.put({ ...element, owner: 'facilitator' }).changes;
      case 'audience': {
        const { audience: _before, ...rest } = element;
        return board.put({ ...rest, ...act.audience } as typeof element).changes;
      }
      case 'disclosure': {
        if (isLink(element) || element.kind === 'person' || element.kind === 'note') return [];
        const { disclosure: _before, ...rest } = element;
        const { disclosure } = act;
        return board.put(disclosure === null || disclosure === undefined ? rest : { ...rest, disclosure })
          .changes;
      }
      case 'locked':
        return board.put({ ...element, locked: !element.locked }).changes;
      case 'label':
        return board.put({ ...element, label: `${element.label}+` }).changes;
      case 'position':
        if (isLink(element)) return [];
        return board.put({ ...element, position: { x: element.position.x + 1, y: 0 } }).changes;
    }
  }

  /** Made by a client of some view, where a maker is named: that view holds it before anybody takes note. */
  #make(element: Parameters<Board['put']>[0], maker: number | null): readonly Change[] {
    const views = [...this.visibilityIndex.views()];
    const view = maker === null ? undefined : views[maker % views.length];
    if (view === undefined) return this.board.put(element).changes;
    const { changes } = this.board.put({ ...element, owner: view.viewpoint });
    this.visibilityIndex.admit(view, element.id);
    return changes;
  }

  /** That every view shows what a fresh look shows. Docs catch up, so that none is left to be written whole. */
  check(): void {
    for (const view of this.visibilityIndex.views()) {
      const fresh = this.#freshly(view);
      expect(view.shown, `shown to ${view.viewpoint}`).toEqual(fresh);
      for (const id of fresh.keys()) {
        expect(this.visibilityIndex.showing(id).has(view), `${view.viewpoint} in the index of ${id}`).toBe(
          true,
        );
      }
      view.catchUp();
    }
  }

  /** That the docs hold it too. */
  checkDocs(): void {
    const { graph } = this.board;
    for (const view of this.visibilityIndex.views()) {
      const scope = scopeOf(graph, view.viewpoint);
      const nodes: Record<string, unknown> = {};
      const links: Record<string, unknown> = {};
      for (const [id, access] of this.#freshly(view)) {
        const element = graph.get(id);
        if (element === undefined) throw new RangeError(`${id} is visible and not on the board.`);
        const root = isLink(element) ? links : nodes;
        root[id] = project(element, access, { graph, scope, idAliases: view.idAliases });
      }
      expect(view.doc.yDoc.getMap('nodes').toJSON(), `nodes in the doc of ${view.viewpoint}`).toEqual(nodes);
      expect(view.doc.yDoc.getMap('links').toJSON(), `links in the doc of ${view.viewpoint}`).toEqual(links);
    }
  }

  #freshly({ viewpoint }: View): Map<ElementId, Access> {
    const { graph } = this.board;
    const visible = visibility(graph, viewpoint);
    const actor = {
      graph,
      scope: scopeOf(graph, viewpoint),
      shows: (id: ElementId) => visible.has(id),
    };
    const fresh = new Map<ElementId, Access>();
    for (const id of visible.keys()) {
      const element = graph.get(id);
      if (element !== undefined) fresh.set(id, accessTo(actor, element));
    }
    return fresh;
  }
}

describe('what a history brought to light once, or seldom does', () => {
  it('a contact that ends takes along where the other sits', () => {
    const draft = board('fractions')
      .circle('ring web')
      .person('ada bo')
      .member('ada', 'ring')
      .member('bo', 'web')
      .contact('ada', 'bo');
    const rig = new Rig({ policy: draft.graph.policy, ...partsOf(draft.elements()) });
    for (const circle of ['ring', 'web']) rig.toggle(nodeId(circle));
    rig.check();
    expect(rig.visibilityIndex.view(nodeId('ring'))?.shown.has(nodeId('web'))).toBe(true);
    rig.update(rig.board.delete({ id: linkId('ada-knows-bo'), by: 'facilitator', at: 0 }).changes);
    rig.check();
    expect(rig.visibilityIndex.view(nodeId('ring'))?.shown.has(nodeId('web'))).toBe(false);
    rig.update(rig.board.restore(linkId('ada-knows-bo')).changes);
    rig.check();
    rig.checkDocs();
  });

  it('a person confirmed in an open group that only some may see appears to those', () => {
    const draft = board('fractions')
      .cell('c1 c2')
      .organization('union', { audience: 'c1' })
      .person('ada', { owner: 'bo' })
      .member('ada', 'union');
    const rig = new Rig({ policy: draft.graph.policy, ...partsOf(draft.elements()) });
    for (const cell of ['c1', 'c2']) rig.toggle(nodeId(cell));
    rig.update(rig.board.put({ ...draft.get('ada'), owner: 'facilitator' }).changes);
    rig.check();
    expect(rig.visibilityIndex.view(nodeId('c1'))?.shown.has(nodeId('ada'))).toBe(true);
    expect(rig.visibilityIndex.view(nodeId('c2'))?.shown.has(nodeId('ada'))).toBe(false);
  });
});

describe(`through ${numRuns} random histories (seed ${seed})`, () => {
  it('[B-4.5] views show what the rules say, with the access rights give, and so do their docs', () => {
    fc.assert(
      fc.property(anyBoard, fc.array(anyTurn, { maxLength: 14, size: 'max' }), (start, turns) => {
        const rig = new Rig(start);
        for (const viewpoint of VIEWPOINTS) if (viewpoint !== nodeId('n9')) rig.toggle(viewpoint);
        rig.check();
        for (const turn of turns) {
          rig.turn(turn);
          rig.check();
        }
        rig.checkDocs();
      }),
      { numRuns, seed },
    );
  });
});
