/** What a participant's view is taken to show wholly, seen through what checks then dare to say. */
import { describe, expect, it } from 'vitest';
import { Knowledge } from '../../../../shared/checks/knowledge.ts';
import type { NodeId } from '../../../../shared/model/ids.ts';
import { type Sketch, sketch } from './sketch.ts';

function knowsMembers(drawn: Sketch, { viewer, of }: { viewer: string; of: string }): boolean {
  const picture = drawn.picture({ viewer });
  const group = picture.nodes.get(of as NodeId);
  if (group === undefined) throw new Error(`No ${of}.`);
  return new Knowledge(picture).members(group);
}

/** A committee that guides a bureau and a district; the bureau guides one cell, the district has another. */
const guided = () =>
  sketch()
    .group('body', 'committee', { people: 'ada' })
    .group('body', 'bureau', { people: 'ben' })
    .group('area', 'district')
    .group('cell', 'works', { people: 'chen' })
    .group('cell', 'mill', { people: 'dara' })
    .group('cell', 'other', { people: 'emil' })
    .join('mill', 'district')
    .link('guidance', 'committee bureau')
    .link('guidance', 'committee district')
    .link('guidance', 'bureau works');

describe('the members of a group are all seen', () => {
  const plain = () => sketch().group('cell', 'mine', { people: 'ada', disclosure: 'internal' });

  it('by the facilitator, by the group, and by who stands in it', () => {
    expect(knowsMembers(plain(), { viewer: 'facilitator', of: 'mine' })).toBe(true);
    expect(knowsMembers(sketch().group('cell', 'c'), { viewer: 'c', of: 'c' })).toBe(true);
    expect(knowsMembers(plain(), { viewer: 'ada', of: 'mine' })).toBe(true);
  });

  it('by nobody whom the view does not tell how open the group is', () => {
    const untold = sketch().group('cell', 'c', { people: 'ada' }).group('circle', 'd', { disclosure: null });
    expect(knowsMembers(untold, { viewer: 'everyone', of: 'c' })).toBe(false);
    expect(knowsMembers(untold, { viewer: 'everyone', of: 'd' })).toBe(false);
  });

  it('where it is an organization that shows somebody', () => {
    const drawn = sketch().group('organization', 'full', { people: 'ada' }).group('organization', 'empty');
    expect(knowsMembers(drawn, { viewer: 'everyone', of: 'full' })).toBe(true);
    expect(knowsMembers(drawn, { viewer: 'everyone', of: 'empty' })).toBe(false);
  });

  it('by who guides it, along guidance and down through areas, and by who sits in what guides it', () => {
    for (const viewer of ['committee', 'ada']) {
      for (const of of ['bureau', 'works', 'mill', 'district']) {
        expect(knowsMembers(guided(), { viewer, of }), `${viewer} of ${of}`).toBe(true);
      }
      expect(knowsMembers(guided(), { viewer, of: 'other' })).toBe(false);
    }
    expect(knowsMembers(guided(), { viewer: 'bureau', of: 'works' })).toBe(true);
    expect(knowsMembers(guided(), { viewer: 'bureau', of: 'mill' })).toBe(false);
    expect(knowsMembers(guided(), { viewer: 'chen', of: 'bureau' })).toBe(false);
  });

  it('by a guide only if a member shows whom the guide does not know otherwise', () => {
    const own = sketch()
      .group('body', 'bureau', { people: 'ada ben' })
      .group('cell', 'works', { people: 'ada' })
      .group('cell', 'mill', { people: 'ben' })
      .link('guidance', 'bureau works')
      .link('guidance', 'bureau mill');
    expect(knowsMembers(own, { viewer: 'bureau', of: 'works' })).toBe(false);
    own.contacts('ada chen', 'dara ben').join('chen', 'works').join('dara', 'mill');
    expect(knowsMembers(own, { viewer: 'bureau', of: 'works' })).toBe(false);
    expect(knowsMembers(own.join('emil', 'mill'), { viewer: 'bureau', of: 'works' })).toBe(true);
  });
});

describe('what is around a person is seen', () => {
  const drawn = () =>
    sketch()
      .group('circle', 'mill', { people: 'ada chen' })
      .group('area', 'town', { people: 'ada' })
      .group('organization', 'union', { people: 'ada' });
  const knows = (viewer: string, person: string) =>
    new Knowledge(drawn().picture({ viewer })).around(person as NodeId);

  it('by themselves and by the people they know from a circle, cell or body', () => {
    expect(knows('ada', 'ada')).toBe(true);
    expect(knows('mill', 'chen')).toBe(true);
    expect(knows('facilitator', 'chen')).toBe(true);
    expect(knows('ada', 'chen')).toBe(false);
  });

  it('not by areas and organizations, whose people need not know each other', () => {
    expect(knows('town', 'ada')).toBe(false);
    expect(knows('union', 'ada')).toBe(false);
    expect(knows('everyone', 'ada')).toBe(false);
  });
});

describe('delegation is seen', () => {
  const knows = (viewer: string, body: string) => {
    const picture = guided().picture({ viewer });
    const node = picture.nodes.get(body as NodeId);
    return node !== undefined && new Knowledge(picture).delegation(node);
  };

  it('by the body and by who guides it', () => {
    expect(knows('bureau', 'bureau')).toBe(true);
    expect(knows('committee', 'bureau')).toBe(true);
    expect(knows('ada', 'bureau')).toBe(true);
    expect(knows('works', 'bureau')).toBe(false);
  });
});
