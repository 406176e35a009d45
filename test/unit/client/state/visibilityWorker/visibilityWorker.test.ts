/** The visibility worker in the same thread: what it answers is what the rules say of the store's board. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { linkMap, nodeMap } from '../../../../../client/editing/newElements.ts';
import { Answerer } from '../../../../../client/state/visibilityWorker/questions.ts';
import {
  VisibilityWorker,
  type WorkerLike,
} from '../../../../../client/state/visibilityWorker/visibilityWorker.ts';
import type { VisibilityQuestion } from '../../../../../client/state/visibilityWorker/worker.ts';
import { BoardStore } from '../../../../../client/sync/store.ts';
import { namedPolicy } from '../../../../../shared/policies/policies.ts';
import { nodeId, viewpoint } from '../../../../helpers/boards.ts';

/** Answers when it is told to, so that a test decides what comes first. */
class Desk implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly delta: string[] = [];
  terminated = false;
  readonly #answerer = new Answerer();
  #open: VisibilityQuestion[] = [];

  postMessage(message: unknown): void {
    const said = message as VisibilityQuestion;
    if (said.type === 'delta') {
      const { put, removed } = said.delta;
      this.delta.push(
        `${put.map(({ id }) => `+${id}`).join(' ')} ${removed.map((id) => `-${id}`).join(' ')}`,
      );
      this.#answerer.hear(said.delta);
    } else this.#open.push(said);
  }

  answer(): void {
    const open = this.#open;
    this.#open = [];
    for (const said of open) {
      if (said.type !== 'ask') continue;
      const data = { ticket: said.ticket, answer: this.#answerer.answer(said.question) };
      this.onmessage?.call(null as never, { data } as MessageEvent);
    }
  }

  get waiting(): number {
    return this.#open.length;
  }

  terminate(): void {
    this.terminated = true;
  }
}

function open() {
  const doc = new Y.Doc();
  const [nodes, links] = [doc.getMap<Y.Map<unknown>>('nodes'), doc.getMap<Y.Map<unknown>>('links')];
  const position = { x: 0, y: 0 };
  doc.transact(() => {
    nodes.set('ada', nodeMap({ kind: 'person', position }));
    nodes.set('c1', nodeMap({ kind: 'cell', position }));
    nodes.set('c2', nodeMap({ kind: 'cell', position }));
    links.set('seat', linkMap({ kind: 'membership', source: nodeId('ada'), target: nodeId('c1') }));
    doc.getMap('board').set('policy', namedPolicy('detached'));
  });
  const store = new BoardStore(doc);
  const desk = new Desk();
  const visibilityWorker = new VisibilityWorker(store, () => desk);
  const seen = async (whose: string) => {
    const answer = visibilityWorker.ask<'visible'>({ kind: 'visible', viewpoint: viewpoint(whose) });
    desk.answer();
    return [...(await answer)].sort();
  };
  return { doc, nodes, links, store, desk, visibilityWorker, seen };
}

describe('the visibility worker', () => {
  it('answers from the board of the store', async () => {
    const { seen } = open();
    expect(await seen('c1')).toEqual(['ada', 'c1', 'seat']);
    expect(await seen('c2')).toEqual(['c2']);
  });

  it('keeps up with what is set, added, removed and brought back', async () => {
    const { doc, nodes, links, seen } = open();
    expect(await seen('c2')).toEqual(['c2']);
    nodes.get('c1')?.set('disclosure', 'open');
    expect(await seen('c2')).toEqual(['ada', 'c1', 'c2', 'seat']);
    nodes.delete('c1');
    expect(await seen('c2')).toEqual(['c2']);
    nodes.set('c1', nodeMap({ kind: 'cell', position: { x: 0, y: 0 } }));
    expect(await seen('c1')).toEqual(['ada', 'c1', 'seat']);
    doc.transact(() => {
      links.delete('seat');
      nodes.delete('ada');
    });
    expect(await seen('c1')).toEqual(['c1']);
  });

  it('goes by the policy of the board', async () => {
    const { doc, seen } = open();
    expect(await seen('c2')).toEqual(['c2']);
    doc.getMap('board').set('policy', namedPolicy('open'));
    expect(await seen('c2')).toEqual(['ada', 'c1', 'c2', 'seat']);
  });

  it('says nothing of moves and names', async () => {
    const { nodes, desk, seen } = open();
    await seen('c1');
    expect(desk.delta).toHaveLength(1);
    nodes.get('ada')?.set('position', { x: 5, y: 5 });
    (nodes.get('ada') as Y.Map<Y.Text>).get('label')?.insert(0, 'Ada');
    await seen('c1');
    expect(desk.delta).toHaveLength(1);
  });

  it('asks a watched question again after changes, one at a time', async () => {
    const { nodes, desk, visibilityWorker } = open();
    const heard: string[] = [];
    let told = () => {};
    const next = () => new Promise<void>((resolve) => (told = resolve));
    const stop = visibilityWorker.watch<'visible'>({ kind: 'visible', viewpoint: viewpoint('c2') }, (ids) => {
      heard.push([...ids].sort().join(' '));
      told();
    });
    const first = next();
    desk.answer();
    await first;
    nodes.get('c1')?.set('disclosure', 'open');
    await expect.poll(() => desk.waiting).toBe(1);
    nodes.get('c1')?.set('disclosure', 'detached');
    await expect.poll(() => desk.delta.length).toBe(3);
    expect(desk.waiting).toBe(1);
    const second = next();
    desk.answer();
    await second;
    await expect.poll(() => desk.waiting).toBe(1);
    const third = next();
    desk.answer();
    await third;
    expect(heard).toEqual(['c2', 'c2', 'c2']);
    stop();
    nodes.get('c1')?.set('disclosure', 'open');
    expect(desk.waiting).toBe(0);
  });

  it('lets go of whoever waits when the board is left', async () => {
    const { visibilityWorker, desk } = open();
    const answer = visibilityWorker.ask<'visible'>({ kind: 'visible', viewpoint: 'everyone' });
    visibilityWorker.destroy();
    await expect(answer).rejects.toThrow('left');
    expect(desk.terminated).toBe(true);
  });
});
