import { describe, expect, it } from 'vitest';
import { CHECK_CODES, type CheckCode } from '../../../../shared/checks/codes.ts';
import type { PictureNode } from '../../../../shared/checks/picture.ts';
import { CheckRunner } from '../../../../shared/checks/runner.ts';
import type { ElementId, NodeId } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { type Sketch, sketch } from './sketch.ts';

const board = () =>
  sketch()
    .group('circle', 'mill', { people: 'ada chen' })
    .group('cell', 'one', { caption: 'factory cell', people: 'ada', label: 'One' })
    .group('cell', 'two', { caption: 'factory cell', people: 'chen' })
    .group('body', 'bureau', { caption: 'bureau', people: 'ada chen omid' });

function runnerOf(drawn: Sketch, checks: readonly CheckCode[] = CHECK_CODES): CheckRunner {
  const runner = new CheckRunner({ viewer: 'facilitator', policy: namedPolicy('detached'), checks });
  for (const element of [...drawn.nodes, ...drawn.links]) runner.put(element);
  return runner;
}

const codes = (runner: CheckRunner) => runner.findings.map(({ code }) => code);

describe('a runner', () => {
  it('runs every chosen check once, and then none while nothing changes', () => {
    const runner = runnerOf(board(), ['double-cell', 'bureau-size']);
    expect(runner.findings).toEqual([]);
    expect(runner.update()).toEqual(['double-cell', 'bureau-size']);
    const { findings } = runner;
    expect(runner.update()).toEqual([]);
    expect(runner.findings).toBe(findings);
  });

  it('runs again what reads the kind of what came, and finds it; and again when it goes', () => {
    const runner = runnerOf(board(), ['double-cell', 'horizontal', 'overstretched']);
    runner.update();
    const drawn = sketch().join('ada', 'two');
    for (const link of drawn.links) runner.put(link);
    expect(runner.update()).toEqual(['horizontal', 'double-cell']);
    expect(codes(runner)).toEqual(['double-cell']);
    runner.remove('membership-ada-two' as ElementId);
    runner.update();
    expect(codes(runner)).toEqual([]);
    runner.remove('membership-ada-two' as ElementId);
    expect(runner.update()).toEqual([]);
  });

  it('runs nothing for what no check reads: a move, a name, notes', () => {
    const runner = runnerOf(board());
    runner.update();
    const person: PictureNode = { id: 'omid' as NodeId, kind: 'person' };
    runner.put({ ...person, color: 3, notes: 'new' } as PictureNode);
    expect(runner.update()).toEqual([]);
    runner.put({ ...person, position: { x: 1, y: 2 } });
    expect(runner.update()).toEqual(['double-cell', 'small-factory', 'delegates']);
    runner.put({ ...person, position: { x: 1, y: 2 } });
    expect(runner.update()).toEqual([]);
    runner.put({ ...person, position: { x: 1, y: 2 }, caption: 'reader' });
    expect(runner.update()).not.toContain('bridge');
  });

  it.each([
    ['disclosure', { disclosure: 'open' }],
    ['owner', { owner: 'ada' }],
    ['audience', { audience: ['ada'] }],
  ])('runs again what reads a node when its %s changes', (_field, change) => {
    const runner = runnerOf(board(), ['horizontal', 'overstretched', 'double-vote']);
    runner.update();
    runner.put({
      id: 'one' as NodeId,
      kind: 'cell',
      caption: 'factory cell',
      label: 'One',
      ...change,
    } as PictureNode);
    expect(runner.update()).toEqual(['horizontal', 'double-vote']);
  });

  it('runs again what reads a link when it leads elsewhere, and what reads either kind when a kind changes', () => {
    const drawn = board().link('guidance', 'bureau one');
    const runner = runnerOf(drawn, ['intermediary', 'isolated-circle', 'double-cell', 'overstretched']);
    runner.update();
    const link = drawn.links.at(-1);
    runner.put({ ...link, target: 'two' } as never);
    expect(runner.update()).toEqual(['intermediary', 'isolated-circle']);
    runner.put({ ...link, target: 'two', source: 'mill' } as never);
    expect(runner.update()).toEqual(['intermediary', 'isolated-circle']);
    runner.put({ ...link, target: 'two', kind: 'channel' } as never);
    expect(runner.update()).toEqual(['intermediary', 'isolated-circle', 'overstretched']);
  });

  it('does not run what reads no texts for a caption, nor what reads no places for a move', () => {
    const runner = runnerOf(board(), ['horizontal', 'double-vote']);
    runner.update();
    runner.put({ id: 'one' as NodeId, kind: 'cell', caption: 'street cell', label: 'One' });
    expect(runner.update()).toEqual(['double-vote']);
    runner.put({
      id: 'one' as NodeId,
      kind: 'cell',
      caption: 'street cell',
      label: 'One',
      size: { width: 9, height: 9 },
    });
    expect(runner.update()).toEqual([]);
  });

  it('keeps the same order however a board came about', () => {
    const drawn = sketch()
      .group('area', 'west', { caption: 'area' })
      .group('area', 'far', { caption: 'quarter' });
    for (const cell of ['c', 'a', 'b']) drawn.group('cell', cell);
    const elements = (of: Sketch) => {
      const runner = runnerOf(of, ['unplaced']);
      runner.update();
      return runner.findings.map((finding) => finding.elements.join(' '));
    };
    expect(elements(drawn)).toEqual(['a', 'b', 'c']);
    drawn.nodes.reverse();
    expect(elements(drawn)).toEqual(['a', 'b', 'c']);
  });

  it('puts warnings first, then goes by code', () => {
    const drawn = board()
      .group('area', 'village')
      .group('body', 'b', { caption: 'appointed bureau', people: 'x y z' })
      .join('b', 'village')
      .join('ada', 'two');
    const runner = runnerOf(drawn, ['unconfirmed', 'unplaced', 'double-cell']);
    runner.update();
    expect(codes(runner)).toEqual(['double-cell', 'unplaced', 'unplaced', 'unconfirmed']);
  });

  it('switches checks off and on', () => {
    const runner = runnerOf(board().join('ada', 'two'), ['double-cell']);
    runner.update();
    runner.choose(['bureau-size']);
    expect(runner.findings).toEqual([]);
    expect(runner.update()).toEqual(['bureau-size']);
    runner.choose(['bureau-size', 'double-cell']);
    expect(runner.update()).toEqual(['double-cell']);
    expect(codes(runner)).toEqual(['double-cell']);
  });

  it('runs a few at a time, and keeps what the others found before', () => {
    const runner = runnerOf(board().join('ada', 'two'), ['double-cell', 'isolated-circle']);
    runner.update();
    expect(codes(runner)).toEqual(['isolated-circle', 'double-cell']);
    runner.remove('membership-ada-two' as ElementId);
    runner.remove('mill' as ElementId);
    expect(runner.update(1)).toEqual(['isolated-circle']);
    expect(codes(runner)).toEqual(['double-cell']);
    expect(runner.update(1)).toEqual(['double-cell']);
    expect(codes(runner)).toEqual([]);
    expect(runner.update(1)).toEqual([]);
  });

  it('takes another policy and other thresholds', () => {
    const drawn = sketch().group('cell', 'one').group('cell', 'two').link('tie', 'one two');
    const runner = runnerOf(drawn, ['horizontal']);
    runner.update();
    expect(codes(runner)).toEqual(['horizontal']);
    runner.setPolicy(namedPolicy('open'));
    runner.update();
    expect(codes(runner)).toEqual([]);
    const strict = new CheckRunner({
      viewer: 'facilitator',
      checks: ['bureau-size'],
      thresholds: { bureauLeast: 4 },
    });
    for (const element of [...board().nodes, ...board().links]) strict.put(element);
    strict.update();
    expect(codes(strict)).toEqual(['bureau-size']);
  });

  it('gives and takes what can be sent between threads', () => {
    const runner = runnerOf(board().join('ada', 'two'));
    runner.update();
    expect(structuredClone(runner.findings)).toEqual(runner.findings);
  });
});
