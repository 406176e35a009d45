import { describe, expect, it } from 'vitest';
import { sketch } from './sketch.ts';

/** A union of four with a fraction of two, guided by the town. */
const union = () =>
  sketch()
    .group('organization', 'union', { caption: 'union · town', people: 'ada chen omid lale' })
    .group('cell', 'fraction', { caption: 'fraction · town', people: 'ada chen' })
    .join('fraction', 'union')
    .group('body', 'town', { caption: 'guiding body · town' })
    .link('guidance', 'town fraction');

describe('fraction-outside', () => {
  it('finds a fraction member who is not in the organization, and takes them in', () => {
    expect(union().found('fraction-outside')).toEqual([]);
    const drawn = union().join('x', 'fraction');
    expect(drawn.found('fraction-outside')).toEqual(['x fraction union']);
    expect(drawn.find('fraction-outside')[0]?.repair).toMatchObject({
      link: { kind: 'membership', source: 'x', target: 'union' },
    });
  });

  it('counts who belongs through an organization in it, and by one of several', () => {
    const drawn = union().join('x', 'fraction').group('organization', 'club', { people: 'x' });
    expect(drawn.join('club', 'union').found('fraction-outside')).toEqual([]);
    const two = union().join('x', 'fraction').group('organization', 'league', { people: 'x' });
    expect(two.join('fraction', 'league').found('fraction-outside')).toEqual([]);
  });

  it('says nothing where the people of one of its organizations are hidden', () => {
    const drawn = union().join('x', 'fraction').group('organization', 'league').join('fraction', 'league');
    expect(drawn.found('fraction-outside', { viewer: 'fraction' })).toEqual([]);
    expect(drawn.found('fraction-outside')).toHaveLength(1);
  });

  it('says nothing of a fraction in no organization, or an empty one', () => {
    const drawn = sketch().group('cell', 'fraction', { caption: 'fraction', people: 'x' });
    expect(drawn.found('fraction-outside')).toEqual([]);
    const empty = sketch().group('cell', 'f').group('organization', 'o').join('f', 'o');
    expect(empty.found('fraction-outside')).toEqual([]);
  });
});

describe('unguided', () => {
  it('finds a fraction that nobody guides, and gives it the body of its level', () => {
    expect(union().found('unguided')).toEqual([]);
    const drawn = union().group('cell', 'other', { caption: 'fraction · town' });
    expect(drawn.found('unguided')).toEqual(['other']);
    expect(drawn.find('unguided')[0]?.repair).toMatchObject({
      link: { kind: 'guidance', source: 'town', target: 'other' },
    });
  });

  it('does not guess between two bodies of the level, and is not about other cells', () => {
    const drawn = union()
      .group('cell', 'other', { caption: 'فراکسیون · town' })
      .group('body', 'second', { caption: 'guiding body · town' })
      .group('cell', 'study', { caption: 'study group' });
    expect(drawn.found('unguided')).toEqual(['other']);
    expect(drawn.find('unguided')[0]?.repair).toBeUndefined();
  });

  it('is found by the fraction, not by who merely sees it', () => {
    const drawn = sketch().group('cell', 'f', { caption: 'fraction', disclosure: 'detached' });
    expect(drawn.found('unguided', { viewer: 'f' })).toEqual(['f']);
    const seen = sketch().group('cell', 'f', { caption: 'fraction' });
    expect(seen.found('unguided', { viewer: 'town' })).toEqual([]);
  });
});

describe('isolated-fraction', () => {
  const organization = (all: string, fraction: string) =>
    sketch()
      .group('organization', 'o', { people: all })
      .group('cell', 'f', { people: fraction })
      .join('f', 'o');

  it('finds an organization of which the fraction is more than the share', () => {
    expect(organization('a b c d e', 'a b c d').found('isolated-fraction')).toEqual(['o f']);
    expect(organization('a b c d', 'a b').found('isolated-fraction')).toEqual([]);
  });

  it('lets exactly the share be', () => {
    expect(organization('a b c', 'a b').found('isolated-fraction')).toEqual([]);
    const half = { thresholds: { isolatedShare: 0.5 } };
    expect(organization('a b', 'a').found('isolated-fraction', half)).toEqual([]);
    expect(organization('a b c', 'a b').found('isolated-fraction', half)).toEqual(['o f']);
  });

  it('counts a person once who sits in two fractions, and none who is not in the organization', () => {
    const drawn = organization('a b c d', 'a b').group('cell', 'g', { people: 'a b' }).join('g', 'o');
    expect(drawn.found('isolated-fraction')).toEqual([]);
    expect(organization('a b', 'x y z').found('isolated-fraction')).toEqual([]);
  });

  it('says nothing of empty ones', () => {
    expect(organization('', '').found('isolated-fraction')).toEqual([]);
  });
});

describe('no-fraction', () => {
  const club = () => union().group('organization', 'club', { caption: 'club · town', people: 'x' });

  it('finds an organization with members but no fraction', () => {
    expect(union().found('no-fraction')).toEqual([]);
    expect(club().found('no-fraction')).toEqual(['club']);
    expect(union().group('organization', 'club').found('no-fraction')).toEqual([]);
  });

  it('is found by the guiding body of the level, and by nobody else who sees the organization', () => {
    expect(club().found('no-fraction', { viewer: 'town' })).toEqual(['club']);
    expect(club().found('no-fraction', { viewer: 'union' })).toEqual([]);
    expect(club().found('no-fraction', { viewer: 'everyone' })).toEqual([]);
    const other = club().group('organization', 'league', { caption: 'league · national', people: 'y' });
    expect(other.found('no-fraction', { viewer: 'town' })).toEqual(['club']);
  });
});

describe('level', () => {
  const guidedBy = (caption: string) =>
    sketch()
      .group('organization', 'union', { caption: 'union · town' })
      .group('cell', 'fraction', { caption: 'fraction' })
      .join('fraction', 'union')
      .group('body', 'guide', { caption })
      .link('guidance', 'guide fraction');

  it('finds a fraction guided by a body of another level', () => {
    expect(guidedBy('guiding body · national').found('level')).toEqual([
      'fraction guide guidance-guide-fraction',
    ]);
    expect(guidedBy('guiding body · town').found('level')).toEqual([]);
    expect(guidedBy('guiding body · Town ').found('level')).toEqual([]);
  });

  it('does not judge who says no level', () => {
    expect(guidedBy('guiding body').found('level')).toEqual([]);
    const plain = sketch()
      .group('cell', 'f', { caption: 'fraction' })
      .group('body', 'g', { caption: 'x · town' });
    expect(plain.link('guidance', 'g f').found('level')).toEqual([]);
  });

  it('sets the one body of the right level in its place, or leaves it alone there', () => {
    const drawn = guidedBy('guiding body · national').group('body', 'right', {
      caption: 'guiding body · town',
    });
    expect(drawn.find('level')[0]?.repair).toMatchObject({
      kind: 'move',
      remove: ['guidance-guide-fraction'],
      add: [{ kind: 'guidance', source: 'right', target: 'fraction' }],
    });
    drawn.link('guidance', 'right fraction');
    expect(drawn.find('level')[0]?.repair).toMatchObject({ kind: 'remove' });
  });
});

describe('collective', () => {
  const club = () =>
    sketch()
      .group('organization', 'league', { people: 'omid' })
      .group('organization', 'club', { people: 'ada chen' })
      .join('club', 'league');

  it('finds an organization that belongs to another without a delegate', () => {
    expect(club().found('collective')).toEqual(['club league']);
    expect(club().join('ada', 'league').found('collective')).toEqual(['club league']);
  });

  it('is content with one of its people as delegate, in either language', () => {
    for (const caption of ['delegate', 'نماینده']) {
      expect(club().join('ada', 'league', { caption }).found('collective')).toEqual([]);
    }
    expect(club().join('x', 'league', { caption: 'delegate' }).found('collective')).toEqual(['club league']);
  });

  it('is not about fractions, or about organizations on their own', () => {
    expect(union().found('collective')).toEqual([]);
  });
});
