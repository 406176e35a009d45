import { describe, expect, it } from 'vitest';
import { captioned, drawnTemplate, groupsOf, linksOf, membersOf, ofKind, reached } from './structure.ts';

const drawn = drawnTemplate('campaign-hub');
const institutions = captioned(drawn, 'organization', 'institution').map(({ id }) => id as string);
const publications = captioned(drawn, 'body', 'publication').map(({ id }) => id as string);
const pages = ['website', 'social', 'video'];
const inRole = (role: string) =>
  new Set<string>(
    linksOf(drawn, 'membership')
      .filter(({ caption }) => caption === role)
      .map(({ target }) => target),
  );

describe('campaign-hub', () => {
  it('has at least the size asked for', () => {
    expect(captioned(drawn, 'body', 'Executive')).toHaveLength(1);
    expect([...captioned(drawn, 'body', 'ommittee')].length).toBeGreaterThanOrEqual(5);
    expect(institutions.length).toBeGreaterThanOrEqual(13);
    expect(publications).toHaveLength(13);
    expect(publications).toEqual(expect.arrayContaining(['english', 'german']));
    expect(captioned(drawn, 'body', 'satellite channel')).toHaveLength(1);
    expect(captioned(drawn, 'area', 'campaign')).toHaveLength(4);
    expect(membersOf(drawn, 'network', 'body')).toHaveLength(5);
    expect(ofKind(drawn, 'person').length).toBeGreaterThanOrEqual(100);
    expect(drawn.policy).toEqual({ name: 'open', guidesSeeMembers: true, commons: true });
  });

  it('is labelled in Persian throughout, with a translation as caption', () => {
    const groups = drawn.nodes.filter(({ kind }) => kind !== 'note');
    expect(groups.filter(({ label }) => !/^[\p{Script=Arabic}\p{M}\p{Cf}\s]+$/u.test(label))).toEqual([]);
    expect(groups.filter(({ caption }) => !/^[A-Za-z]/.test(caption))).toEqual([]);
  });

  it('gives every publication and page an editor', () => {
    const edited = inRole('editor');
    expect([...publications, ...pages].filter((key) => !edited.has(key))).toEqual([]);
  });

  it('leaves one institution without a spokesperson, and one that is one person', () => {
    const fronted = inRole('spokesperson');
    expect(institutions.filter((key) => !fronted.has(key))).toEqual(['secular']);
    expect(institutions.filter((key) => membersOf(drawn, key).length < 2)).toEqual(['no-violence']);
  });

  it('leaves one page that reaches nobody', () => {
    const heard = new Set<string>(linksOf(drawn, 'channel').map(({ source }) => source));
    expect([...publications, ...pages, 'channel'].filter((key) => !heard.has(key))).toEqual(['video']);
  });

  it('leaves one person with more roles than anyone else', () => {
    const roles = ofKind(drawn, 'person').map(({ id }) => ({ id, count: groupsOf(drawn, id).length }));
    expect(roles.filter(({ count }) => count > 1)).toEqual([{ id: 'kaveh', count: 4 }]);
  });

  it('hangs together: every part is connected to the executive', () => {
    const seen = reached(drawn.links, 'executive');
    expect(drawn.nodes.filter(({ id, kind }) => kind !== 'note' && !seen.has(id))).toEqual([]);
  });
});
