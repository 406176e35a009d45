import { describe, expect, it } from 'vitest';
import { sketch } from './sketch.ts';

describe('no-spokesperson', () => {
  const institution = (role?: string) => {
    const drawn = sketch().group('organization', 'house', {
      caption: 'Women’s house · institution',
      people: 'ada',
    });
    return role === undefined ? drawn : drawn.join('mina', 'house', { caption: role });
  };

  it('finds an institution that nobody speaks for', () => {
    expect(institution().found('no-spokesperson')).toEqual(['house']);
    expect(institution('treasurer').found('no-spokesperson')).toEqual(['house']);
  });

  it('knows a spokesperson by caption or label, in either language', () => {
    expect(institution('spokesperson').found('no-spokesperson')).toEqual([]);
    expect(institution('سخنگو').found('no-spokesperson')).toEqual([]);
    const labelled = institution().join('mina', 'house', { label: 'سخنگو' });
    expect(labelled.found('no-spokesperson')).toEqual([]);
  });

  it('is about institutions, empty ones too; in part of a board, about those where somebody is seen', () => {
    expect(sketch().group('organization', 'o', { caption: 'union' }).found('no-spokesperson')).toEqual([]);
    const empty = sketch().group('organization', 'o', { caption: 'نهاد' });
    expect(empty.found('no-spokesperson')).toEqual(['o']);
    expect(empty.found('no-spokesperson', { viewer: 'everyone' })).toEqual([]);
    expect(institution().found('no-spokesperson', { viewer: 'everyone' })).toEqual(['house']);
  });
});

describe('no-editor', () => {
  it('finds a publication without an editor', () => {
    const drawn = sketch().group('body', 'weekly', { caption: 'Weekly publication', people: 'ada' });
    expect(drawn.found('no-editor')).toEqual(['weekly']);
    expect(drawn.join('mina', 'weekly', { caption: 'editor' }).found('no-editor')).toEqual([]);
  });

  it('knows a publication in Persian, and no other body', () => {
    const drawn = sketch()
      .group('body', 'youth', { caption: 'نشریهٔ جوانان' })
      .group('body', 'c', { caption: 'کمیته' });
    expect(drawn.found('no-editor')).toEqual(['youth']);
  });
});

describe('no-audience', () => {
  const page = (caption = 'Video page') => sketch().group('body', 'page', { caption });

  it('finds a medium from which no channel leads to anybody', () => {
    for (const caption of [
      'Video page',
      'Website',
      'Satellite channel',
      'Weekly publication',
      'broadcast',
      'کانال',
    ]) {
      expect(page(caption).found('no-audience')).toEqual(['page']);
    }
    expect(page('committee').found('no-audience')).toEqual([]);
  });

  it('is content with a person, a group with somebody in it, or what hands it on to them', () => {
    const reader = page().node('person', 'ada');
    expect(reader.link('channel', 'page ada').found('no-audience')).toEqual([]);
    const viewers = page().group('circle', 'viewers', { people: 'ada' });
    expect(viewers.link('channel', 'page viewers').found('no-audience')).toEqual([]);
    const relay = page().group('body', 'relay').node('person', 'ada').link('channel', 'page relay');
    expect(relay.found('no-audience')).toEqual(['page']);
    expect(relay.link('channel', 'relay ada').found('no-audience')).toEqual([]);
  });

  it('takes an empty group for nobody, except where members may be hidden', () => {
    const drawn = page().group('circle', 'viewers').link('channel', 'page viewers');
    expect(drawn.found('no-audience')).toEqual(['page']);
    expect(drawn.found('no-audience', { viewer: 'everyone' })).toEqual([]);
  });

  it('does not count a channel that leads to the medium', () => {
    const drawn = page().node('person', 'ada').link('channel', 'ada page');
    expect(drawn.found('no-audience')).toEqual(['page']);
  });
});

describe('one-person', () => {
  const institution = (people: string) =>
    sketch().group('organization', 'o', { caption: 'institution', people });

  it('finds an institution with one person, not with none or two', () => {
    expect(institution('ada').found('one-person')).toEqual(['o ada']);
    expect(institution('').found('one-person')).toEqual([]);
    expect(institution('ada mina').found('one-person')).toEqual([]);
    const union = sketch().group('organization', 'o', { caption: 'union', people: 'ada' });
    expect(union.found('one-person')).toEqual([]);
  });

  it('counts the people of what belongs to it, and everybody once', () => {
    const board = institution('ada').group('body', 'board', { people: 'ada' }).join('board', 'o');
    expect(board.found('one-person')).toEqual(['o ada']);
    expect(board.join('mina', 'board').found('one-person')).toEqual([]);
  });
});

describe('detached-branch', () => {
  const hub = () => sketch().group('body', 'hub', { caption: 'Executive', people: 'ada' });

  it('finds a part that no link joins to the executive', () => {
    const drawn = hub().group('organization', 'far', { people: 'x y z' });
    expect(drawn.found('detached-branch')).toEqual(['far x y z']);
    expect(drawn.link('tie', 'z ada').found('detached-branch')).toEqual([]);
  });

  it('leaves lone people and notes alone', () => {
    expect(hub().node('person', 'x').node('note', 'n').found('detached-branch')).toEqual([]);
    const noted = hub().group('circle', 'c').node('note', 'n').link('tie', 'n c').link('tie', 'n hub');
    expect(noted.found('detached-branch')).toEqual(['c']);
  });

  it('takes the largest part for the hub where nobody is called executive', () => {
    const drawn = sketch()
      .group('circle', 'small', { people: 'x' })
      .group('circle', 'large', { people: 'a b' });
    expect(drawn.found('detached-branch')).toEqual(['small x']);
    expect(sketch().found('detached-branch')).toEqual([]);
  });
});

describe('overloaded', () => {
  const seats = (count: number) => {
    const drawn = sketch().node('person', 'kaveh');
    for (let i = 0; i < count; i += 1) drawn.group('body', `b${i}`, { people: 'kaveh' });
    return drawn;
  };

  it('finds who has more roles than the limit', () => {
    expect(seats(3).found('overloaded')).toEqual([]);
    expect(seats(4).found('overloaded')).toEqual(['kaveh b0 b1 b2 b3']);
    expect(seats(2).found('overloaded', { thresholds: { mostRoles: 1 } })).toHaveLength(1);
  });

  it('counts a group once, and circles and areas only for who is something there', () => {
    const drawn = seats(3)
      .group('circle', 'readers', { people: 'kaveh' })
      .group('area', 'town', { people: 'kaveh' });
    drawn.links.push({ ...drawn.links[0], id: 'again' } as never);
    expect(drawn.found('overloaded')).toEqual([]);
    expect(
      drawn.group('circle', 'c').join('kaveh', 'c', { caption: 'core' }).found('overloaded'),
    ).toHaveLength(1);
  });
});
