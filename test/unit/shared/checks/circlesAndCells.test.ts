import { describe, expect, it } from 'vitest';
import { Extents } from '../../../../shared/checks/circlesAndCells/extents.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { mend, sketch } from './sketch.ts';

const DETACHED = namedPolicy('detached');

describe('horizontal', () => {
  const twoCells = () => sketch().group('cell', 'one').group('cell', 'two');

  it.each(['membership', 'guidance', 'channel', 'tie'] as const)('finds a %s between two cells', (kind) => {
    const drawn = twoCells().link(kind, 'one two');
    expect(drawn.found('horizontal', { policy: DETACHED })).toEqual([`${kind}-one-two one two`]);
    const [finding] = drawn.find('horizontal');
    expect(finding?.repair).toMatchObject({ kind: 'remove', links: [`${kind}-one-two`] });
  });

  it('leaves cells alone that people, circles or the centre join', () => {
    const drawn = twoCells()
      .group('body', 'centre')
      .group('circle', 'mill', { people: 'ada' })
      .join('ada', 'one')
      .join('ada', 'two')
      .link('guidance', 'centre one')
      .link('tie', 'two centre');
    expect(drawn.found('horizontal', { policy: DETACHED })).toEqual([]);
  });

  it('goes by how open the cells are: by their own setting, the policy, or as the model has it', () => {
    const drawn = twoCells().link('tie', 'one two');
    expect(drawn.found('horizontal', { policy: namedPolicy('open') })).toEqual([]);
    expect(drawn.found('horizontal', { viewer: 'centre' })).toHaveLength(1);
    const open = sketch()
      .group('cell', 'one', { disclosure: 'open' })
      .group('cell', 'two')
      .link('tie', 'one two');
    expect(open.found('horizontal', { policy: DETACHED })).toEqual([]);
    expect(open.found('horizontal', { viewer: 'one' })).toEqual([]);
  });
});

describe('intermediary', () => {
  const guided = (by: string) => {
    const drawn = sketch().group('body', 'centre', { caption: 'centre' }).group('cell', 'cell');
    drawn.group('body', 'committee', { caption: 'committee' }).link('guidance', 'centre committee');
    for (const guide of by.split(' ')) drawn.link('guidance', `${guide} cell`);
    return drawn;
  };

  it('finds a cell guided through something, and sets the centre in its place', () => {
    const drawn = guided('committee');
    expect(drawn.found('intermediary')).toEqual(['cell committee guidance-committee-cell']);
    const picture = drawn.picture();
    const [finding] = drawn.find('intermediary');
    expect(finding?.repair?.kind).toBe('move');
    if (finding?.repair) mend(picture, finding.repair);
    expect([...picture.into('cell' as NodeId, 'guidance')].map(({ other }) => other.id)).toEqual(['centre']);
  });

  it('is content with the centre alone, in either language', () => {
    expect(guided('centre').found('intermediary')).toEqual([]);
    const persian = sketch().group('body', 'c', { caption: 'مرکز' }).group('cell', 'cell');
    expect(persian.link('guidance', 'c cell').found('intermediary')).toEqual([]);
  });

  it('finds who guides besides the centre, and takes them away', () => {
    const [finding, ...others] = guided('centre committee').find('intermediary');
    expect(others).toEqual([]);
    expect(finding?.repair).toMatchObject({ kind: 'remove', links: ['guidance-committee-cell'] });
  });

  it('finds two centres, but not two links from one', () => {
    const drawn = guided('centre').group('body', 'other', { caption: 'centre' });
    expect(drawn.found('intermediary')).toEqual([]);
    drawn.links.push({ ...drawn.links.at(-1), id: 'again' } as never);
    expect(drawn.found('intermediary')).toEqual([]);
    expect(drawn.link('guidance', 'other cell').found('intermediary')).toEqual(['cell centre other']);
  });

  it('takes a body without a caption for the centre unless it stands below something', () => {
    const plain = sketch().group('body', 'one').group('cell', 'cell').link('guidance', 'one cell');
    expect(plain.found('intermediary')).toEqual([]);
    plain.group('body', 'two').link('guidance', 'two one');
    expect(plain.found('intermediary')).toHaveLength(1);
  });
});

describe('unrooted', () => {
  it('finds a cell nobody of which sits in a circle', () => {
    const drawn = sketch()
      .group('cell', 'cell', { people: 'ada chen' })
      .group('circle', 'mill', { people: 'omid' });
    expect(drawn.found('unrooted')).toEqual(['cell']);
    expect(drawn.join('chen', 'mill').found('unrooted')).toEqual([]);
  });

  it('says nothing of an empty cell, nor of a seat in a body', () => {
    expect(sketch().group('cell', 'cell').found('unrooted')).toEqual([]);
    const drawn = sketch()
      .group('cell', 'cell', { people: 'ada' })
      .group('body', 'bureau', { people: 'ada' });
    expect(drawn.found('unrooted')).toEqual(['cell']);
  });

  it('is found by the cell itself, not by its centre, which does not see the circles', () => {
    const drawn = sketch()
      .group('body', 'centre')
      .group('cell', 'cell', { people: 'ada', disclosure: 'detached' })
      .link('guidance', 'centre cell');
    expect(drawn.found('unrooted', { viewer: 'cell' })).toEqual(['cell']);
    expect(drawn.found('unrooted', { viewer: 'centre' })).toEqual([]);
    // Ada knows of no circle she sits in, but not where Chen does.
    const two = sketch().group('cell', 'cell', { people: 'ada chen', disclosure: 'detached' });
    expect(two.found('unrooted', { viewer: 'ada' })).toEqual([]);
    expect(two.found('unrooted', { viewer: 'cell' })).toEqual(['cell']);
  });
});

describe('isolated-circle', () => {
  const circles = () =>
    sketch()
      .group('circle', 'mill', { people: 'ada chen' })
      .group('circle', 'class', { people: 'lale quinn' });

  it('finds circles out of which no contact leads', () => {
    expect(circles().contacts('ada chen').found('isolated-circle')).toEqual(['class', 'mill']);
    expect(circles().contacts('chen lale').found('isolated-circle')).toEqual([]);
    expect(circles().contacts('quinn omid').found('isolated-circle')).toEqual(['mill']);
  });

  it('counts a person in two circles as a way out, and a cell not', () => {
    expect(circles().join('ada', 'class').found('isolated-circle')).toEqual([]);
    const drawn = circles().group('cell', 'cell', { people: 'ada lale' });
    expect(drawn.found('isolated-circle')).toEqual(['class', 'mill']);
  });

  it('says nothing of an empty circle', () => {
    expect(sketch().group('circle', 'mill').found('isolated-circle')).toEqual([]);
  });

  it('is found by the circle itself, and not by who sees a part of it', () => {
    expect(circles().found('isolated-circle', { viewer: 'mill' })).toEqual(['mill']);
    expect(circles().found('isolated-circle', { viewer: 'everyone' })).toEqual([]);
    const cell = circles().group('cell', 'cell', { people: 'ada chen' });
    expect(cell.found('isolated-circle', { viewer: 'cell' })).toEqual([]);
  });
});

describe('double-cell', () => {
  it('finds a person in two cells and takes them out of the one they are not drawn in', () => {
    const drawn = sketch()
      .node('person', 'ada', { at: [0, 0] })
      .group('cell', 'one', { people: 'ada', at: [500, 0], size: { width: 100, height: 100 } })
      .group('cell', 'two', { people: 'ada', at: [0, 0], size: { width: 100, height: 100 } });
    expect(drawn.found('double-cell')).toEqual(['ada one two']);
    expect(drawn.find('double-cell')[0]?.repair).toMatchObject({ links: ['membership-ada-one'] });
  });

  it('keeps the one that comes first by name where no place decides', () => {
    const drawn = sketch()
      .group('cell', 'x', { people: 'ada', label: 'Cell 10' })
      .group('cell', 'y', { people: 'ada', label: 'Cell 9' });
    expect(drawn.find('double-cell')[0]?.repair).toMatchObject({ links: ['membership-ada-x'] });
  });

  it('counts a cell once, whatever links lead to it', () => {
    const drawn = sketch().group('cell', 'one', { people: 'ada' }).group('circle', 'mill', { people: 'ada' });
    drawn.links.push({ ...drawn.links[0], id: 'again' } as never);
    expect(drawn.found('double-cell')).toEqual([]);
  });
});

describe('bridge', () => {
  /** Two circles of three that know each other through ada and lale. */
  const bridged = () =>
    sketch()
      .group('circle', 'mill', { people: 'ada chen omid' })
      .group('circle', 'class', { people: 'lale quinn' })
      .contacts('ada lale');

  it('finds both ends of the one acquaintance between two circles', () => {
    expect(bridged().found('bridge')).toEqual(['ada mill', 'lale mill']);
    expect(bridged().contacts('chen quinn').found('bridge')).toEqual([]);
  });

  it('finds the one person who sits in both circles', () => {
    const drawn = sketch()
      .group('circle', 'mill', { people: 'ada chen' })
      .group('circle', 'class', { people: 'ada quinn' });
    expect(drawn.found('bridge')).toEqual(['ada mill']);
  });

  it('names the circles outside the largest piece, and counts them', () => {
    const drawn = bridged().group('circle', 'zoo', { people: 'chen omid' });
    const finding = drawn.find('bridge').find(({ elements }) => elements[0] === 'lale');
    expect(finding?.message).toEqual({
      key: 'bridge',
      values: { person: ['lale'], circles: ['class'], count: 1 },
    });
  });

  it('is not about persons whose removal leaves only persons behind, or a circle without anybody', () => {
    const drawn = bridged().contacts('chen quinn', 'ada alone').group('circle', 'own', { people: 'ada' });
    expect(drawn.found('bridge')).toEqual([]);
  });

  it('does not count what only a cell joins', () => {
    const drawn = bridged().contacts('chen quinn').group('cell', 'cell', { people: 'ada lale' });
    expect(drawn.found('bridge')).toEqual([]);
    expect(bridged().group('cell', 'cell', { people: 'chen quinn' }).found('bridge')).toHaveLength(2);
  });

  it('is for the whole board: elsewhere a way round may be hidden', () => {
    expect(bridged().found('bridge', { viewer: 'mill' })).toEqual([]);
  });
});

describe('overknowing', () => {
  /** Ada sits in three circles of four, everybody else in one. */
  const board = () =>
    sketch()
      .group('circle', 'a', { people: 'ada b c d' })
      .group('circle', 'e', { people: 'ada f g h' })
      .group('circle', 'i', { people: 'ada j k l' });

  it('finds who sees more than the share, and nobody who sees exactly that', () => {
    const { whole } = new Extents(board().picture(), DETACHED);
    expect(whole).toBe(13);
    const most = (seen: number) => ({ policy: DETACHED, thresholds: { overknowingShare: seen / 13 } });
    expect(board().found('overknowing', most(12))).toEqual(['ada']);
    expect(board().found('overknowing', most(13))).toEqual([]);
    expect(board().found('overknowing', most(5))).toEqual(['ada']);
    expect(board().found('overknowing', most(4))).toHaveLength(10);
  });

  it('says once that everybody sees everything', () => {
    const findings = board().find('overknowing', { policy: namedPolicy('open') });
    expect(findings.map(({ severity, message }) => [severity, message.key])).toEqual([
      ['note', 'overknowing-all'],
    ]);
  });

  it('is silent without a policy, and on an empty board', () => {
    expect(board().found('overknowing', { viewer: 'ada' })).toEqual([]);
    expect(sketch().found('overknowing', { policy: DETACHED })).toEqual([]);
  });
});
