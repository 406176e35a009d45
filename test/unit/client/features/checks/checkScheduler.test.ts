/** The checks of an open view: fed by its store, run step by step, reported when something is new. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { linkMap, nodeMap } from '../../../../../client/editing/newElements.ts';
import { CheckScheduler } from '../../../../../client/features/checks/checkScheduler.ts';
import { feedChecks } from '../../../../../client/features/checks/feed.ts';
import type { ChecksQuestion, Report } from '../../../../../client/features/checks/wire.ts';
import { BoardStore } from '../../../../../client/sync/store.ts';
import type { LinkKind, NodeKind } from '../../../../../shared/model/kinds.ts';
import { namedPolicy } from '../../../../../shared/policies/policies.ts';
import { nodeId } from '../../../../helpers/boards.ts';

/** Runs what was put off, the next by time first, until nothing is left. */
class Timers {
  #at = 0;
  readonly #waiting: { readonly at: number; readonly run: () => void }[] = [];

  readonly schedule = (run: () => void, ms: number) => {
    const entry = { at: this.#at + ms, run };
    this.#waiting.push(entry);
    return () => {
      const index = this.#waiting.indexOf(entry);
      if (index >= 0) this.#waiting.splice(index, 1);
    };
  };

  get waiting(): number {
    return this.#waiting.length;
  }

  run(): void {
    for (;;) {
      this.#waiting.sort((a, b) => a.at - b.at);
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#at = next.at;
      next.run();
    }
  }
}

function view(policy = namedPolicy('detached')) {
  const doc = new Y.Doc();
  const add = (id: string, kind: NodeKind, more = {}) =>
    doc.getMap('nodes').set(id, nodeMap({ kind, label: id, position: { x: 0, y: 0 }, ...more }));
  const join = (id: string, kind: LinkKind, [source, target]: [string, string], more = {}) =>
    doc.getMap('links').set(id, linkMap({ kind, source: nodeId(source), target: nodeId(target), ...more }));
  doc.getMap('board').set('policy', { ...policy });
  return { doc, add, join, store: new BoardStore(doc) };
}

function watched({ store }: ReturnType<typeof view>, choice: ChecksQuestion & { type: 'start' }) {
  const timers = new Timers();
  const reports: Report[] = [];
  const sent: ChecksQuestion[] = [];
  const watch = new CheckScheduler({
    report: (report) => reports.push(structuredClone(report)),
    schedule: (run, ms) => void timers.schedule(run, ms),
    now: () => 0,
  });
  watch.take(choice);
  const post = (message: ChecksQuestion) => {
    sent.push(structuredClone(message));
    watch.take(structuredClone(message));
  };
  const stop = feedChecks({ store, post, schedule: timers.schedule });
  timers.run();
  return {
    timers,
    reports,
    sent,
    watch,
    stop,
    codes: () => reports.at(-1)?.findings.map(({ code }) => code),
  };
}

const START = { type: 'start', viewer: 'facilitator', choice: null } as const;

describe('the checks of a view', () => {
  it('are those of the model that its captions speak of, and follow it', () => {
    const board = view();
    board.add('one', 'cell', { caption: 'fraction · town' });
    const { reports, timers } = watched(board, START);
    expect(reports.at(-1)).toMatchObject({ model: 'fractions' });
    expect(reports.at(-1)?.on).toContain('unguided');
    for (const id of ['a', 'b', 'c']) board.add(id, 'cell', { caption: 'street cell' });
    timers.run();
    expect(reports.at(-1)).toMatchObject({ model: 'territorial' });
    expect(reports.at(-1)?.on).toContain('bureau-size');
  });

  it('find what an edit breaks and forget it when it is mended', () => {
    const board = view();
    for (const cell of ['one', 'two']) board.add(cell, 'cell');
    board.add('ada', 'person');
    board.join('a1', 'membership', ['ada', 'one']);
    const { codes, timers } = watched(board, { ...START, choice: ['double-cell'] });
    expect(codes()).toEqual([]);
    board.join('a2', 'membership', ['ada', 'two']);
    timers.run();
    expect(codes()).toEqual(['double-cell']);
    board.doc.getMap('links').delete('a2');
    timers.run();
    expect(codes()).toEqual([]);
  });

  it('say nothing where nothing they say has changed', () => {
    const board = view();
    board.add('one', 'cell');
    const { reports, timers } = watched(board, { ...START, choice: ['double-cell'] });
    const before = reports.length;
    (board.doc.getMap('nodes').get('one') as Y.Map<unknown>).set('position', { x: 5, y: 5 });
    board.add('ada', 'person');
    timers.run();
    expect(reports.length).toBe(before);
  });

  it('are switched on and off by choice', () => {
    const board = view();
    board.add('one', 'cell');
    board.add('ada', 'person');
    board.join('a1', 'membership', ['ada', 'one']);
    const { codes, watch, timers } = watched(board, { ...START, choice: [] });
    expect(codes()).toEqual([]);
    watch.take({ type: 'choose', choice: ['unrooted'] });
    timers.run();
    expect(codes()).toEqual(['unrooted']);
    watch.take({ type: 'choose', choice: [] });
    timers.run();
    expect(codes()).toEqual([]);
  });

  it('hear of a large view in portions, and look once at the end', () => {
    const board = view();
    board.doc.transact(() => {
      for (let index = 0; index < 1_000; index++) board.add(`n${index}`, 'person');
    });
    const { sent, reports } = watched(board, { ...START, choice: ['double-cell'] });
    const changes = sent.flatMap((message) => (message.type === 'change' ? [message] : []));
    expect(changes.map(({ put }) => put.length)).toEqual([150, 150, 150, 150, 150, 150, 100]);
    expect(changes.map(({ more }) => more)).toEqual([true, true, true, true, true, true, false]);
    expect(reports.length).toBe(1);
  });

  it('hear of changes in a row once, and of the policy when it changes', () => {
    const board = view();
    board.add('ada', 'person');
    const { sent, timers } = watched(board, START);
    const before = sent.length;
    for (let x = 0; x < 20; x++)
      (board.doc.getMap('nodes').get('ada') as Y.Map<unknown>).set('position', { x, y: 0 });
    expect(timers.waiting).toBe(1);
    timers.run();
    expect(sent.slice(before)).toMatchObject([{ put: [{ position: { x: 19, y: 0 } }], removed: [] }]);
    expect(sent.at(-1)).not.toHaveProperty('policy');
    board.doc.getMap('board').set('policy', { ...namedPolicy('territorial') });
    timers.run();
    expect(sent.at(-1)).toMatchObject({ put: [], policy: { name: 'territorial' } });
  });

  it('are told owner and audience where the view has them, and nothing of notes and colours', () => {
    const board = view();
    board.add('ada', 'person', { notes: 'secret', color: 3 });
    const map = board.doc.getMap('nodes').get('ada') as Y.Map<unknown>;
    map.set('owner', 'everyone');
    map.set('audience', ['everyone', 7]);
    const { sent } = watched(board, START);
    const put = sent.flatMap((message) => (message.type === 'change' ? message.put : []));
    expect(put).toMatchObject([{ id: 'ada', owner: 'everyone', audience: ['everyone'] }]);
    expect(JSON.stringify(put)).not.toMatch(/secret|color|notes/);
  });

  it('hear nothing any more once stopped', () => {
    const board = view();
    const { sent, stop, timers } = watched(board, START);
    const before = sent.length;
    board.add('ada', 'person');
    stop();
    board.add('bea', 'person');
    timers.run();
    expect(sent.length).toBe(before);
  });
});
