import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { mend, type Sketch, sketch } from './sketch.ts';

const people = (count: number, name = 'p') =>
  Array.from({ length: count }, (_, i) => `${name}${i}`).join(' ');

describe('bureau-size', () => {
  const bureau = (count: number) =>
    sketch()
      .group('cell', 'cell', { people: people(count) })
      .group('body', 'bureau', { caption: 'bureau', people: people(count) })
      .join('bureau', 'cell');

  it.each([
    [0, ['bureau']],
    [2, ['bureau']],
    [3, []],
    [5, []],
    [6, ['bureau']],
  ])('with %i members finds %j', (count, found) => {
    expect(bureau(count).found('bureau-size')).toEqual(found);
  });

  it('counts a person once, and no groups', () => {
    const drawn = bureau(2).join('cell', 'bureau');
    drawn.links.push({ ...drawn.links[2], id: 'again' } as never);
    expect(drawn.find('bureau-size')[0]?.message.values).toMatchObject({ count: 2, group: ['cell'] });
  });

  it('knows bureaus of districts and appointed ones, in either language, and no committees', () => {
    for (const caption of ['district bureau', 'appointed bureau', 'دفتر', 'دفتر بخش', 'دفتر منصوب']) {
      expect(sketch().group('body', 'b', { caption }).found('bureau-size')).toEqual(['b']);
    }
    for (const caption of ['town committee', 'کمیتهٔ شهر', '']) {
      expect(sketch().group('body', 'b', { caption }).found('bureau-size')).toEqual([]);
    }
  });

  it('takes other limits', () => {
    const thresholds = { bureauLeast: 2, bureauMost: 2 };
    expect(bureau(2).found('bureau-size', { thresholds })).toEqual([]);
    expect(bureau(3).found('bureau-size', { thresholds })).toEqual(['bureau']);
  });

  it('is found by the cell whose bureau it is; others see too many, but not too few', () => {
    expect(bureau(2).found('bureau-size', { viewer: 'cell' })).toEqual(['bureau']);
    expect(bureau(2).found('bureau-size', { viewer: 'everyone' })).toEqual([]);
    const shared = bureau(2).group('area', 'district', { caption: 'district' }).join('bureau', 'district');
    expect(shared.found('bureau-size', { viewer: 'cell' })).toEqual(['bureau']);
    expect(bureau(6).found('bureau-size', { viewer: 'everyone' })).toEqual(['bureau']);
  });
});

describe('small-factory', () => {
  const factories = (count: number) =>
    sketch()
      .group('cell', 'small', { caption: 'factory cell', at: [0, 0], people: people(count) })
      .group('cell', 'far', { caption: 'factory cell', at: [900, 0], people: people(3, 'f') })
      .group('cell', 'near', { caption: 'factory cell', at: [300, 0], people: people(3, 'n') })
      .group('cell', 'street', { caption: 'street cell', at: [100, 0], people: people(3, 's') });

  it.each([
    [0, []],
    [1, ['small near']],
    [2, ['small near']],
    [3, []],
  ])('with %i members finds %j', (count, found) => {
    expect(factories(count).found('small-factory')).toEqual(found);
  });

  it('attaches the people to the nearest factory cell, and is mended by that', () => {
    const drawn = factories(2).join('p0', 'near');
    const picture = drawn.picture();
    const [finding] = drawn.find('small-factory');
    if (finding?.repair) mend(picture, finding.repair);
    const members = [...picture.into('near' as NodeId, 'membership')].map(({ other }) => other.id);
    expect(members.sort()).toEqual(['n0', 'n1', 'n2', 'p0', 'p1']);
    expect([...picture.into('small' as NodeId, 'membership')]).toEqual([]);
  });

  it('attaches to no cell that is as small, and to none without a place', () => {
    const drawn = sketch()
      .group('cell', 'one', { caption: 'factory cell', at: [0, 0], people: 'a' })
      .group('cell', 'two', { caption: 'factory cell', at: [9, 0], people: 'b' })
      .group('cell', 'big', { caption: 'factory cell', people: people(4) });
    const findings = drawn.find('small-factory');
    expect(findings.map(({ message, repair }) => [message.key, repair])).toEqual([
      ['small-factory-alone', undefined],
      ['small-factory-alone', undefined],
    ]);
  });

  it('is not about street cells', () => {
    const drawn = sketch().group('cell', 'street', { caption: 'street cell', people: 'a' });
    expect(drawn.found('small-factory')).toEqual([]);
  });
});

describe('factory-majority', () => {
  /** A bureau of `total`, of whom `fromFactories` work in a factory, the others live in a street. */
  function bureau(fromFactories: number, total: number, caption = 'district bureau'): Sketch {
    const drawn = sketch()
      .group('cell', 'factory', { caption: 'factory cell' })
      .group('cell', 'street', { caption: 'street cell' })
      .group('body', 'bureau', { caption, people: people(total) });
    for (let i = 0; i < total; i += 1) drawn.join(`p${i}`, i < fromFactories ? 'factory' : 'street');
    return drawn;
  }

  it('wants more than half: exactly half is too few', () => {
    expect(bureau(2, 4).found('factory-majority')).toEqual(['bureau p2 p3']);
    expect(bureau(2, 3).found('factory-majority')).toEqual([]);
    expect(bureau(3, 5).found('factory-majority')).toEqual([]);
    expect(bureau(2, 5).find('factory-majority')[0]?.message.values).toMatchObject({
      count: 5,
      fromFactories: 2,
    });
  });

  it('counts who sits in a factory and a street cell once, as from the factory', () => {
    expect(bureau(2, 4).join('p3', 'factory').found('factory-majority')).toEqual([]);
    const twice = bureau(1, 2);
    twice.links.push({ ...twice.links[0], id: 'again' } as never);
    expect(twice.found('factory-majority')).toEqual(['bureau p1']);
  });

  it('is about district bureaus and area committees that have members', () => {
    expect(bureau(0, 3, 'area committee').found('factory-majority')).toHaveLength(1);
    expect(bureau(0, 3, 'town committee').found('factory-majority')).toEqual([]);
    expect(bureau(0, 3, 'bureau').found('factory-majority')).toEqual([]);
    expect(bureau(0, 0).found('factory-majority')).toEqual([]);
  });

  it('is found by the bureau itself, which knows where its people work', () => {
    expect(bureau(1, 3).found('factory-majority', { viewer: 'bureau' })).toEqual(['bureau p1 p2']);
    expect(bureau(1, 3).found('factory-majority', { viewer: 'factory' })).toEqual([]);
  });
});

describe('double-vote', () => {
  const simon = (caption = '') =>
    sketch()
      .group('cell', 'works', { caption: 'factory cell', people: 'simon' })
      .group('cell', 'street', { caption: 'street cell' })
      .join('simon', 'street', { caption });

  it('finds who is in a factory and a street cell, and takes them out of the street', () => {
    expect(simon().found('double-vote')).toEqual(['simon works street']);
    expect(simon().find('double-vote')[0]).toMatchObject({
      severity: 'warning',
      repair: { kind: 'remove', links: ['membership-simon-street'] },
    });
  });

  it('only notes who helps in the street, in either language', () => {
    for (const caption of ['helps', 'کمک می‌کند']) {
      const [finding] = simon(caption).find('double-vote');
      expect(finding?.severity).toBe('note');
      expect(finding?.repair).toBeUndefined();
      expect(finding?.elements).toEqual(['simon', 'works', 'street']);
    }
  });

  it('names, of the streets where somebody helps and votes, those where they vote', () => {
    const drawn = simon('helps').group('cell', 'lane', { caption: 'street cell' }).join('simon', 'lane');
    expect(drawn.found('double-vote')).toEqual(['simon works lane']);
  });

  it('is not about two cells of a kind', () => {
    const drawn = sketch()
      .group('cell', 'one', { caption: 'factory cell', people: 'simon' })
      .group('cell', 'two', { caption: 'factory cell', people: 'simon' });
    expect(drawn.found('double-vote')).toEqual([]);
  });
});

describe('unplaced', () => {
  const region = (key: string, caption: string, at: readonly [number, number] = [0, 0]) =>
    [key, { caption, at, size: { width: 100, height: 100 } }] as const;

  it('finds a cell in no district or local group, near or far', () => {
    const drawn = sketch()
      .group('area', 'town', { caption: 'town' })
      .group('area', ...region('north', 'district'))
      .group('area', 'part', { caption: 'quarter' })
      .join('part', 'north');
    for (const cell of ['a', 'b', 'c', 'd']) drawn.group('cell', cell);
    drawn.group('area', 'village', { caption: 'local group' });
    drawn.join('a', 'north').join('b', 'village').join('c', 'part').join('d', 'town');
    expect(drawn.found('unplaced')).toEqual(['d']);
  });

  it('finds a district in no area only where there are areas', () => {
    const drawn = sketch().group('area', 'north', { caption: 'district' });
    expect(drawn.found('unplaced')).toEqual([]);
    expect(drawn.group('area', 'west', { caption: 'area' }).found('unplaced')).toEqual(['north']);
    expect(drawn.join('north', 'west').found('unplaced')).toEqual([]);
  });

  it('takes a region without a caption for a district', () => {
    expect(sketch().group('area', 'x').group('cell', 'a').join('a', 'x').found('unplaced')).toEqual([]);
  });

  it('places what lies in one region there, and does not guess between several', () => {
    const drawn = sketch()
      .group('area', ...region('north', 'district'))
      .group('area', ...region('south', 'district', [0, 500]))
      .group('cell', 'inside', { at: [0, 510] })
      .group('cell', 'outside', { at: [900, 0] });
    const repairs = drawn.find('unplaced').map(({ elements, repair }) => [elements[0], repair]);
    expect(repairs).toEqual([
      [
        'inside',
        expect.objectContaining({ link: { kind: 'membership', source: 'inside', target: 'south' } }),
      ],
      ['outside', undefined],
    ]);
  });

  it('is found by who stands in the cell', () => {
    const drawn = sketch().group('cell', 'a', { disclosure: 'internal' }).group('cell', 'b');
    expect(drawn.found('unplaced', { viewer: 'a' })).toEqual(['a']);
  });
});

describe('delegates', () => {
  /** Districts of so many members, each in one cell, that send so many delegates. */
  function conference(...districts: readonly (readonly [members: number, sent: number | string])[]): Sketch {
    const drawn = sketch().group('body', 'conference');
    districts.forEach(([members, sent], index) => {
      const [district, cell] = [`d${index}`, `c${index}`];
      drawn
        .group('area', district)
        .group('cell', cell, { caption: 'factory cell', people: people(members, cell) });
      drawn.join(cell, district);
      const label = typeof sent === 'number' ? `${sent} delegates` : sent;
      drawn.link('delegation', `${district} conference`, { label });
    });
    return drawn;
  }

  it('finds nothing where the largest remainders decide', () => {
    // Quotas 4.7, 3.2, 2.1 of 10 seats.
    expect(conference([47, 5], [32, 3], [21, 2]).found('delegates')).toEqual([]);
  });

  it('finds who sends too many and who too few, with what is due', () => {
    const findings = conference([47, 4], [32, 4], [21, 2]).find('delegates');
    expect(findings.map(({ elements }) => elements)).toEqual([
      ['d0', 'delegation-d0-conference', 'conference'],
      ['d1', 'delegation-d1-conference', 'conference'],
    ]);
    expect(findings.map(({ message }) => message.values)).toEqual([
      { group: ['d0'], sent: 4, due: 5 },
      { group: ['d1'], sent: 4, due: 3 },
    ]);
  });

  it('lets either have the seat for which they tie', () => {
    expect(conference([10, 2], [10, 1]).found('delegates')).toEqual([]);
    expect(conference([10, 1], [10, 2]).found('delegates')).toEqual([]);
    expect(conference([10, 3], [10, 0]).found('delegates')).toHaveLength(2);
  });

  it('counts a person once who sits in two, in the factory cell', () => {
    const drawn = conference([3, 3], [3, 3]);
    expect(drawn.found('delegates')).toEqual([]);
    drawn.group('cell', 'street', { caption: 'street cell', people: 'c00 c01 c02' }).join('street', 'd1');
    expect(drawn.found('delegates')).toEqual([]);
    drawn.join('c00', 'street');
    expect(drawn.found('delegates')).toEqual([]);
  });

  it('counts who is in two cells of a kind where they are drawn, else in the first', () => {
    const drawn = () =>
      conference([2, 2], [2, 2]).group('cell', 'a', { caption: 'street cell' }).join('a', 'd1');
    // Four in each if the two are counted where they work, six and two if they were where they live.
    expect(drawn().join('c00', 'a').join('c01', 'a').found('delegates')).toEqual([]);
    const twice = drawn()
      .node('person', 'x', { at: [0, 0] })
      .node('person', 'y', { at: [0, 0] });
    const size = { width: 50, height: 50 };
    twice.group('cell', 'b', { caption: 'street cell', at: [0, 0], size }).join('b', 'd0');
    for (const person of ['x', 'y']) twice.join(person, 'a').join(person, 'b');
    expect(twice.find('delegates').map(({ message }) => message.values)).toEqual([
      { group: ['d0'], sent: 2, due: 3 },
      { group: ['d1'], sent: 2, due: 1 },
    ]);
  });

  it('does not count who only helps, nor the people of bodies', () => {
    const drawn = conference([2, 2], [2, 2])
      .group('body', 'bureau', { people: 'x y z' })
      .join('bureau', 'd0');
    drawn.join('w', 'c0', { caption: 'helps' }).join('v', 'c0', { caption: 'helps' });
    expect(drawn.found('delegates')).toEqual([]);
  });

  it('reads Persian numbers, leaves out links without one, and adds up two of one sender', () => {
    expect(conference([4, '۲ نماینده'], [2, '۱ نماینده']).found('delegates')).toEqual([]);
    expect(conference([4, '۱ نماینده'], [2, '۲ نماینده']).found('delegates')).toHaveLength(2);
    expect(conference([4, 2], [2, 1], [50, 'elects']).found('delegates')).toEqual([]);
    const drawn = conference([4, 1], [2, 1]);
    drawn.links.push({ ...drawn.links.find(({ target }) => target === 'conference'), id: 'more' } as never);
    expect(drawn.found('delegates')).toEqual([]);
  });

  it('says nothing where nobody is counted, and nothing in part of a board', () => {
    expect(conference([0, 3], [0, 1]).found('delegates')).toEqual([]);
    expect(conference([1, 0], [5, 0]).found('delegates')).toEqual([]);
    expect(conference([10, 3], [10, 0]).found('delegates', { viewer: 'd0' })).toEqual([]);
  });
});

describe('unconfirmed', () => {
  const appointed = (caption = 'appointed bureau') =>
    sketch().group('area', 'village').group('body', 'bureau', { caption }).join('bureau', 'village');

  it('finds an appointed body, which the group it belongs to can elect', () => {
    const drawn = appointed();
    expect(drawn.found('unconfirmed')).toEqual(['bureau']);
    expect(appointed('دفتر منصوب').found('unconfirmed')).toEqual(['bureau']);
    expect(drawn.find('unconfirmed')[0]?.repair).toMatchObject({
      link: { kind: 'delegation', source: 'village', target: 'bureau' },
    });
  });

  it('is content once delegates confirm it, and with bodies that nobody appointed', () => {
    expect(appointed().link('delegation', 'village bureau').found('unconfirmed')).toEqual([]);
    expect(appointed('bureau').found('unconfirmed')).toEqual([]);
  });

  it('does not guess who should elect', () => {
    const drawn = appointed().group('area', 'other').join('bureau', 'other');
    expect(drawn.find('unconfirmed')[0]?.repair).toBeUndefined();
  });
});
