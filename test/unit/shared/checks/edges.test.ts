/** Where a rule only just applies, or only just does not: ties, exemptions, what a view cannot know. */
import { describe, expect, it } from 'vitest';
import { isCalled, levelOf, numberIn } from '../../../../shared/checks/captions.ts';
import { Extents } from '../../../../shared/checks/circlesAndCells/extents.ts';
import { byId, memberships, personsWithin, votingCell } from '../../../../shared/checks/people.ts';
import type { PictureNode } from '../../../../shared/checks/picture.ts';
import { distance, liesIn } from '../../../../shared/checks/places.ts';
import { dueSeats } from '../../../../shared/checks/territorial/largestRemainder.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { namedPolicy } from '../../../../shared/policies/policies.ts';
import { sketch } from './sketch.ts';

const id = (key: string) => key as NodeId;
const at = (x: number, y: number, size: { width: number; height: number } | null = null): PictureNode => ({
  id: id('n'),
  kind: 'cell',
  position: { x, y },
  size,
});
const nowhere: PictureNode = { id: id('n'), kind: 'cell' };

describe('places', () => {
  const box = at(100, 50, { width: 40, height: 20 });

  it('holds what lies within or on the edge', () => {
    for (const [x, y] of [
      [80, 50],
      [120, 50],
      [100, 40],
      [100, 60],
      [80, 40],
    ] as const)
      expect(liesIn(at(x, y), box)).toBe(true);
    for (const [x, y] of [
      [79.9, 50],
      [120.1, 50],
      [100, 39.9],
      [100, 60.1],
      [-100, -50],
    ] as const)
      expect(liesIn(at(x, y), box)).toBe(false);
  });

  it('holds nothing without a place, and nothing in what has no size', () => {
    expect(liesIn(nowhere, box)).toBe(false);
    expect(liesIn(box, nowhere)).toBe(false);
    expect(liesIn(at(1, 1), at(1, 1))).toBe(false);
  });

  it('are as far apart as their centres, and infinitely far where one is missing', () => {
    expect(distance(at(10, 20), at(13, 24))).toBe(5);
    expect(distance(at(10, 20), nowhere)).toBe(Number.POSITIVE_INFINITY);
    expect(distance(nowhere, at(10, 20))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('people', () => {
  it('are ordered by id, and equal to themselves', () => {
    const [a, b] = [{ id: 'a' }, { id: 'b' }];
    expect([byId(a, b), byId(b, a), byId(a, { id: 'a' })]).toEqual([-1, 1, 0]);
  });

  it('vote where they work, else where they are drawn, else in the first, and nowhere where they only help', () => {
    const size = { width: 50, height: 50 };
    const drawn = sketch()
      .node('person', 'ada', { at: [0, 0] })
      .group('cell', 'a', { caption: 'street cell', at: [900, 0], size })
      .group('cell', 'b', { caption: 'street cell', at: [0, 0], size })
      .group('cell', 'works', { caption: 'factory cell', at: [500, 0], size })
      .group('circle', 'aa', { caption: 'factory cell', at: [0, 0], size });
    const votes = () => {
      const picture = drawn.picture();
      const ada = picture.nodes.get(id('ada'));
      return ada === undefined ? undefined : (votingCell(picture, ada)?.id ?? null);
    };
    expect(drawn.join('ada', 'aa') && votes()).toBe(null);
    expect(drawn.join('ada', 'a', { caption: 'helps' }) && votes()).toBe(null);
    drawn.links.pop();
    expect(drawn.join('ada', 'a') && votes()).toBe('a');
    expect(drawn.join('ada', 'b') && votes()).toBe('b');
    expect(drawn.join('ada', 'works') && votes()).toBe('works');
    const tied = sketch().group('cell', 'z', { people: 'x' }).group('cell', 'y', { people: 'x' });
    const picture = tied.picture();
    expect(votingCell(picture, { id: id('x'), kind: 'person' })?.id).toBe('y');
  });

  it('are found in groups within groups, and their memberships in a fixed order', () => {
    const drawn = sketch().group('cell', 'c', { people: 'ada' }).join('c', 'd').node('area', 'd');
    drawn.nodes.splice(
      drawn.nodes.findIndex(({ id, kind }) => id === 'd' && kind === 'person'),
      1,
    );
    expect([...personsWithin(drawn.picture(), id('d'))]).toEqual(['ada']);
    const [first] = drawn.links;
    drawn.links.unshift({ ...first, id: 'zz' } as never);
    drawn.links.push({ ...first, id: 'aa' } as never);
    const links = memberships(drawn.picture(), { member: id('ada'), group: id('c') });
    expect(links.map((link) => link.id)).toEqual(['aa', 'membership-ada-c', 'zz']);
  });
});

describe('captions', () => {
  it('know a centre however it is spelled', () => {
    for (const caption of ['centre', 'Center', ' the CENTRE ', 'مرکز'])
      expect(isCalled({ id: id('b'), kind: 'body', caption }, 'centre')).toBe(true);
    expect(isCalled({ id: id('b'), kind: 'body' }, 'centre')).toBe(false);
    expect(isCalled({ id: id('b'), kind: 'body', caption: 'central' }, 'centre')).toBe(false);
  });

  it('say a level after the last dot, and none where nothing stands there', () => {
    const level = (caption?: string) => levelOf({ id: id('b'), kind: 'body', ...(caption && { caption }) });
    expect(level('fraction · town')).toBe('town');
    expect(level('a · b ·  Town ')).toBe('town');
    expect(level(' · town')).toBe('town');
    for (const none of ['fraction', 'fraction · ', ' · ', undefined]) expect(level(none)).toBe(null);
  });

  it('say a number in any digits, or none', () => {
    expect([numberIn('sends 12 of 30'), numberIn('۱۲'), numberIn('٣'), numberIn('none'), numberIn()]).toEqual(
      [12, 12, 3, null, null],
    );
  });
});

describe('horizontal', () => {
  it('is about cells alone: areas are detached by the same policy, and a cell is no other cell', () => {
    const policy = namedPolicy('detached');
    const drawn = sketch()
      .group('cell', 'one')
      .group('area', 'quarter')
      .join('one', 'quarter')
      .link('tie', 'one one');
    expect(drawn.found('horizontal', { policy })).toEqual([]);
  });
});

describe('intermediary', () => {
  it.each(['circle', 'area', 'organization', 'cell'] as const)(
    'finds that a %s guides, whatever it is called',
    (kind) => {
      const drawn = sketch()
        .group('cell', 'x')
        .group(kind, 'guide', { caption: 'centre' })
        .link('guidance', 'guide x');
      expect(drawn.found('intermediary')).toEqual(['x guide guidance-guide-x']);
    },
  );

  it('takes a body without a caption for none where another is called the centre', () => {
    const drawn = sketch()
      .group('cell', 'x')
      .group('body', 'plain')
      .group('body', 'c', { caption: 'centre' })
      .link('guidance', 'plain x');
    expect(drawn.found('intermediary')).toEqual(['x plain guidance-plain-x']);
  });

  it('does not guess between two centres, and takes away every link of whoever stands between', () => {
    const drawn = sketch()
      .group('cell', 'x')
      .group('body', 'c', { caption: 'centre' })
      .group('circle', 'between')
      .link('guidance', 'between x');
    drawn.links.unshift({ ...drawn.links[0], id: 'z-again' } as never);
    expect(drawn.find('intermediary')[0]).toMatchObject({
      elements: ['x', 'between', 'guidance-between-x', 'z-again'],
      repair: { kind: 'move', remove: ['guidance-between-x', 'z-again'] },
    });
    drawn.group('body', 'd', { caption: 'centre' });
    expect(drawn.find('intermediary')[0]?.repair).toBeUndefined();
  });
});

describe('bridge', () => {
  /** Ada sits in so many circles, each with two more who know nobody else. */
  const hub = (count: number) => {
    const drawn = sketch();
    for (let i = 0; i < count; i += 1) {
      const key = String(i).padStart(2, '0');
      drawn.group('circle', `c${key}`, { people: `ada x${key} y${key}` }).contacts(`x${key} y${key}`);
    }
    return drawn;
  };

  it('counts all circles that are cut off, each once, and shows twelve', () => {
    const values = (count: number) => hub(count).find('bridge')[0]?.message.values;
    expect(values(3)).toEqual({ person: ['ada'], circles: ['c01', 'c02'], count: 2 });
    expect(values(13)).toMatchObject({ circles: expect.objectContaining({ length: 12 }), count: 12 });
    expect(values(15)).toMatchObject({ circles: expect.objectContaining({ length: 12 }), count: 14 });
    expect(hub(15).find('bridge')[0]?.elements).toHaveLength(13);
  });

  it('does not count circles of another part of the board', () => {
    const drawn = hub(2)
      .group('circle', 'a-far', { people: 'p q' })
      .group('circle', 'z-far', { people: 'p r' });
    expect(drawn.found('bridge').sort()).toEqual(['ada c01', 'p z-far']);
  });
});

describe('unrooted and isolated circles', () => {
  it('are not found by who does not see all members, or not what these know', () => {
    // The circle sees of the cell the one member they share.
    const drawn = sketch()
      .group('circle', 'mill', { people: 'ada chen', disclosure: 'internal' })
      .group('cell', 'cell', { people: 'ada' });
    expect(drawn.found('unrooted', { viewer: 'mill' })).toEqual([]);
    const club = sketch().group('circle', 'mill', { people: 'ada chen', disclosure: 'internal' });
    expect(club.found('isolated-circle', { viewer: 'ada' })).toEqual([]);
    expect(club.found('isolated-circle', { viewer: 'mill' })).toEqual(['mill']);
    const street = sketch()
      .group('cell', 'cell', { people: 'omid' })
      .group('circle', 'mill', { people: 'ada' });
    expect(street.found('unrooted', { viewer: 'omid' })).toEqual([]);
  });
});

describe('overknowing', () => {
  const DETACHED = namedPolicy('detached');

  it('says how much is seen, and how much would be too much, in percent', () => {
    const drawn = sketch()
      .group('circle', 'a', { people: 'ada b' })
      .group('circle', 'c', { people: 'ada d e' });
    const [finding] = drawn.find('overknowing', { policy: DETACHED, thresholds: { overknowingShare: 0.9 } });
    expect(finding?.message.values).toEqual({ person: ['ada'], percent: 100, limit: 90 });
    const [all] = drawn.find('overknowing', { policy: namedPolicy('open') });
    expect(all?.message.values).toEqual({ percent: 100, limit: 33 });
  });

  it('counts persons and groups, and neither notes nor what only a viewpoint of everyone drew', () => {
    const drawn = sketch()
      .group('circle', 'a', { people: 'ada b' })
      .node('note', 'n', { owner: id('ada') });
    const extents = new Extents(drawn.picture(), DETACHED);
    expect([extents.whole, extents.of(id('ada')), extents.everyone]).toEqual([3, 3, 0]);
    const shown = sketch()
      .node('person', 'x', { owner: 'everyone' })
      .group('organization', 'o', { people: 'y' });
    expect(new Extents(shown.picture(), DETACHED).everyone).toBe(2);
  });

  it('counts what audiences show to somebody, with what comes along', () => {
    const drawn = sketch()
      .group('cell', 'cell', { people: 'b c', audience: [id('ada')] })
      .node('person', 'ada')
      .group('circle', 'mill', { people: 'd' });
    const extents = new Extents(drawn.picture(), DETACHED);
    expect(extents.of(id('ada'))).toBe(2);
    expect(extents.atMost(id('ada'))).toBeGreaterThanOrEqual(2);
  });

  it('never reckons less at most than there is, along guidance, delegation, contacts and regions', () => {
    const drawn = sketch()
      .group('body', 'centre', { people: 'ada' })
      .group('cell', 'one', { people: 'b c d' })
      .group('area', 'town', { disclosure: 'internal' })
      .group('circle', 'mill', { people: 'b e f' })
      .group('body', 'board', { people: 'g' })
      .link('guidance', 'centre one')
      .link('delegation', 'mill board')
      .join('mill', 'town')
      .join('one', 'town')
      .contacts('g h', 'h e');
    const extents = new Extents(drawn.picture(), DETACHED);
    for (const { id: person, kind } of drawn.nodes) {
      if (kind !== 'person') continue;
      expect(extents.atMost(person)).toBeGreaterThanOrEqual(extents.of(person));
    }
    expect(extents.atMost(id('ada'))).toBe(Number.POSITIVE_INFINITY);
    expect(Number.isFinite(extents.atMost(id('g')))).toBe(true);
  });
});

describe('unplaced', () => {
  it('finds cells and districts side by side, and places by what is drawn around', () => {
    const drawn = sketch()
      .group('area', 'west', { caption: 'area', at: [0, 0], size: { width: 900, height: 900 } })
      .group('area', 'east', { caption: 'area', at: [2000, 0], size: { width: 900, height: 900 } })
      .group('area', 'north', { caption: 'district', at: [100, 0], size: { width: 100, height: 100 } })
      .group('cell', 'lost', { at: [5000, 0] });
    expect(drawn.found('unplaced')).toEqual(['lost', 'north']);
    const repairs = drawn.find('unplaced').map(({ repair }) => repair);
    expect(repairs).toMatchObject([{ link: { target: 'north' } }, { link: { target: 'west' } }]);
  });

  it('is not content with an organization or a body', () => {
    for (const kind of ['organization', 'body', 'circle'] as const) {
      expect(sketch().group(kind, 'o').group('cell', 'a').join('a', 'o').found('unplaced')).toEqual(['a']);
      const within = sketch().group('area', 'd', { caption: 'district' }).group(kind, 'o').group('cell', 'a');
      expect(within.join('a', 'o').join('o', 'd').found('unplaced')).toEqual([]);
    }
  });
});

describe('small-factory', () => {
  it('goes by the name where two are as near', () => {
    const factory = { caption: 'factory cell', people: 'p q r' };
    const drawn = sketch()
      .group('cell', 'small', { caption: 'factory cell', at: [0, 0], people: 'b a' })
      .group('cell', 'y', { ...factory, at: [10, 0] })
      .group('cell', 'x', { ...factory, at: [-10, 0] });
    expect(drawn.found('small-factory')).toEqual(['small x']);
    expect(drawn.find('small-factory')[0]?.repair?.message.values).toMatchObject({ member: ['a', 'b'] });
  });

  it('is not found by who sees a part of the members', () => {
    const drawn = sketch().group('cell', 'works', { caption: 'factory cell', people: 'ada' });
    expect(drawn.found('small-factory', { viewer: 'everyone' })).toEqual([]);
  });
});

describe('factory-majority', () => {
  it('does not go by a circle that is called a factory cell, and counts nobody twice', () => {
    const drawn = sketch()
      .group('circle', 'friends', { caption: 'factory cell', people: 'a b c' })
      .group('body', 'bureau', { caption: 'district bureau', people: 'c b a' });
    expect(drawn.found('factory-majority')).toEqual(['bureau a b c']);
  });

  it('is not found by a member, who does not know where the others work', () => {
    const drawn = sketch()
      .group('cell', 'works', { caption: 'factory cell', people: 'a' })
      .group('body', 'bureau', { caption: 'district bureau', people: 'a b c', disclosure: 'internal' });
    expect(drawn.found('factory-majority', { viewer: 'a' })).toEqual([]);
    expect(drawn.found('factory-majority', { viewer: 'bureau' })).toEqual(['bureau b c']);
    expect(drawn.found('factory-majority', { viewer: 'works' })).toEqual([]);
  });
});

describe('bureau-size', () => {
  it('is known to the cell whose bureau it is, and not to the district', () => {
    const bureau = (kind: 'cell' | 'area') =>
      sketch().group(kind, 'home').group('body', 'b', { caption: 'bureau', people: 'x' }).join('b', 'home');
    expect(bureau('cell').found('bureau-size', { viewer: 'home' })).toEqual(['b']);
    expect(bureau('area').found('bureau-size', { viewer: 'home' })).toEqual([]);
    expect(bureau('cell').found('bureau-size', { viewer: 'x' })).toEqual([]);
  });
});

describe('delegates', () => {
  const conference = () => sketch().group('body', 'conference');

  it('names the nearest number that would do where two tie', () => {
    const drawn = conference();
    for (const [key, sent] of [
      ['a', 3],
      ['b', 0],
    ] as const)
      drawn
        .group('area', key, { people: `${key}1 ${key}2` })
        .link('delegation', `${key} conference`, { label: `${sent}` });
    expect(drawn.find('delegates').map(({ message }) => message.values)).toEqual([
      { group: ['a'], sent: 3, due: 2 },
      { group: ['b'], sent: 0, due: 1 },
    ]);
  });

  it('adds up what one group sends by two links, names both, and counts who is in no cell', () => {
    const drawn = conference()
      .group('area', 'a', { people: 'a1' })
      .group('area', 'b', { people: 'b1 b2 b3' })
      .link('delegation', 'a conference', { label: '2' })
      .link('delegation', 'b conference', { label: '1' });
    drawn.links.unshift({ ...drawn.links.at(-2), id: 'zz', label: '1' } as never);
    expect(drawn.find('delegates')[0]).toMatchObject({
      elements: ['a', 'delegation-a-conference', 'zz', 'conference'],
      message: { values: { sent: 3, due: 1 } },
    });
  });

  it('ties only for the last seats: with none left over nobody has a choice', () => {
    expect(
      dueSeats([
        { members: 2, seats: 1 },
        { members: 2, seats: 3 },
      ]),
    ).toEqual([
      { least: 2, most: 2 },
      { least: 2, most: 2 },
    ]);
    expect(dueSeats([{ members: 1, seats: 1 }])).toEqual([{ least: 1, most: 1 }]);
    expect(
      dueSeats([
        { members: 5, seats: 1 },
        { members: 1, seats: 0 },
      ]),
    ).toEqual([
      { least: 1, most: 1 },
      { least: 0, most: 0 },
    ]);
    expect(dueSeats([])).toEqual([]);
  });
});

describe('double-vote', () => {
  it('is about cells, and takes every link to the street away', () => {
    const drawn = sketch()
      .group('cell', 'works', { caption: 'factory cell', people: 'simon' })
      .group('circle', 'friends', { caption: 'street cell', people: 'simon' });
    expect(drawn.found('double-vote')).toEqual([]);
    drawn.group('cell', 'z', { caption: 'street cell', people: 'simon' });
    drawn.links.push({ ...drawn.links.at(-1), id: 'again' } as never);
    drawn.group('cell', 'lane', { caption: 'street cell', people: 'simon' });
    expect(drawn.find('double-vote')[0]).toMatchObject({
      elements: ['simon', 'works', 'lane', 'z'],
      repair: { links: ['again', 'membership-simon-lane', 'membership-simon-z'] },
    });
  });
});

describe('unconfirmed', () => {
  it('has nobody to elect a body of no group, and is silent where delegation is hidden', () => {
    const alone = sketch().group('body', 'b', { caption: 'appointed bureau' });
    expect(alone.find('unconfirmed')).toHaveLength(1);
    expect(alone.find('unconfirmed')[0]?.repair).toBeUndefined();
    expect(alone.found('unconfirmed', { viewer: 'everyone' })).toEqual([]);
    expect(alone.found('unconfirmed', { viewer: 'b' })).toEqual(['b']);
  });
});

describe('the models of fractions', () => {
  const club = () =>
    sketch()
      .group('organization', 'league', { people: 'omid' })
      .group('organization', 'club', { people: 'ada' })
      .join('club', 'league');

  it('do not miss a delegate where the people of either organization are hidden', () => {
    const without = (organization: string) => {
      const drawn = club();
      drawn.links.splice(
        drawn.links.findIndex(({ target, source }) => target === organization && source !== 'club'),
        1,
      );
      return drawn.found('collective', { viewer: 'everyone' });
    };
    expect(club().found('collective', { viewer: 'everyone' })).toEqual(['club league']);
    expect(without('league')).toEqual([]);
    expect(without('club')).toEqual([]);
  });

  it('do not guess which of two organizations a fraction member should join', () => {
    const drawn = club().group('cell', 'f', { people: 'x' }).join('f', 'league').join('f', 'club');
    expect(drawn.found('fraction-outside')).toEqual(['x f club']);
    expect(drawn.find('fraction-outside')[0]?.repair).toBeUndefined();
  });

  it('count a fraction once, by name, and by what it is called or where it works', () => {
    const drawn = sketch()
      .group('organization', 'o', { people: 'a b' })
      .group('cell', 'g', { people: 'a b' })
      .group('cell', 'f', { people: 'a' })
      .join('g', 'o')
      .join('f', 'o');
    expect(drawn.found('isolated-fraction')).toEqual(['o f g']);
    expect(drawn.found('unguided')).toEqual(['f o', 'g o']);
    expect(sketch().group('cell', 'f').group('area', 'o').join('f', 'o').found('unguided')).toEqual([]);
  });

  it('take away only what leads the wrong way, and all of it', () => {
    const drawn = sketch()
      .group('cell', 'f', { caption: 'fraction · town' })
      .group('body', 'right', { caption: 'guiding body · town' })
      .group('body', 'wrong', { caption: 'guiding body · national' })
      .link('guidance', 'wrong f')
      .link('guidance', 'right f');
    drawn.links.unshift({ ...drawn.links[0], id: 'zz' } as never);
    expect(drawn.find('level')).toMatchObject([
      {
        elements: ['f', 'wrong', 'guidance-wrong-f', 'zz'],
        repair: { kind: 'remove', links: ['guidance-wrong-f', 'zz'] },
      },
    ]);
  });

  it('leave it to a body that guides, at its own level, to miss a fraction', () => {
    const drawn = (caption: string) =>
      sketch().group('body', 'b', { caption }).group('organization', 'o', { caption: 'club', people: 'x' });
    expect(drawn('guiding body').found('no-fraction', { viewer: 'b' })).toEqual([]);
    const town = (caption: string) =>
      sketch()
        .group('body', 'b', { caption })
        .group('organization', 'o', { caption: 'club · town', people: 'x' });
    expect(town('guiding body · town').found('no-fraction', { viewer: 'b' })).toEqual(['o']);
    expect(town('committee · town').found('no-fraction', { viewer: 'b' })).toEqual([]);
    expect(town('guiding body').found('no-fraction', { viewer: 'b' })).toEqual([]);
  });

  it('take no other body of the level for the guide', () => {
    const drawn = sketch()
      .group('cell', 'f', { caption: 'fraction · town' })
      .group('body', 'b', { caption: 'bureau · town' });
    expect(drawn.find('unguided')[0]?.repair).toBeUndefined();
  });
});

describe('the models of media', () => {
  it('want a person for a role, not a group that is called so', () => {
    const drawn = sketch()
      .group('organization', 'o', { caption: 'publication · institution', people: 'ada' })
      .group('body', 'board')
      .link('membership', 'board o', { caption: 'editor, spokesperson' });
    expect(drawn.found('no-editor')).toEqual(['o']);
    expect(drawn.found('no-spokesperson')).toEqual(['o']);
  });

  it('know a medium that is an organization', () => {
    const drawn = sketch().group('organization', 'radio', { caption: 'broadcast' });
    expect(drawn.found('no-audience')).toEqual(['radio']);
    expect(drawn.found('no-audience', { viewer: 'everyone' })).toEqual(['radio']);
  });

  it('find the hub where the executive is, whatever other bodies there are; of equal parts, the first', () => {
    const drawn = sketch()
      .group('body', 'a', { people: 'x y z' })
      .group('body', 'hub', { caption: 'Executive', people: 'w' });
    expect(drawn.found('detached-branch')).toEqual(['a x y z']);
    const equal = sketch().group('circle', 'n', { people: 'm' }).group('circle', 'b', { people: 'c' });
    expect(equal.found('detached-branch')).toEqual(['n m']);
  });
});

describe('the readers’ network', () => {
  const paper = () => sketch().group('organization', 'paper', { caption: 'paper' }).node('person', 'ada');

  it('leads from hand to hand and through networks, not through other groups or from a group to a person', () => {
    const drawn = paper()
      .link('channel', 'paper ada')
      .group('cell', 'study', { caption: 'study group', people: 'omid' })
      .group('circle', 'friends', { people: 'ada omid' })
      .link('channel', 'ada friends')
      .link('channel', 'friends omid');
    expect(drawn.found('dead-end')).toEqual(['ada']);
    expect(sketch().contacts('x y').found('dead-end')).toEqual([]);
  });

  it('finds a network of one person without a study group', () => {
    expect(
      sketch().group('circle', 'n', { caption: 'network', people: 'x' }).found('no-study-group'),
    ).toEqual(['n']);
  });

  it('gets into a site through a group to which a channel leads, and on from it', () => {
    const site = paper()
      .group('circle', 'club', { people: 'x y' })
      .group('area', 'site', { caption: 'workplace', people: 'x y z' })
      .link('channel', 'paper club');
    expect(site.found('thin-bridge')).toEqual([]);
    const one = paper()
      .group('circle', 'club', { people: 'x' })
      .group('area', 'site', { caption: 'school', people: 'x y' });
    expect(one.link('channel', 'paper club').found('thin-bridge')).toEqual(['site x']);
  });

  it('does not hand a paper on through a note', () => {
    const drawn = paper().node('note', 'n').link('channel', 'paper n').link('channel', 'paper ada');
    expect(drawn.find('reach')[0]?.message.values).toMatchObject({ readers: 1, hands: 0 });
  });
});
