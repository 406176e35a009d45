import { describe, expect, it } from 'vitest';
import { captioned, downstream, drawnTemplate, groupsOf, linksOf, membersOf, ofKind } from './structure.ts';

const drawn = drawnTemplate('readers-network');
const networks = ofKind(drawn, 'circle').map(({ id }) => id as string);
const groups = captioned(drawn, 'cell', 'study group').map(({ id }) => id as string);
const sites = ofKind(drawn, 'area').map(({ id }) => id as string);
const channels = linksOf(drawn, 'channel');
const handsTo = (key: string) =>
  channels.filter(({ source }) => source === key).map(({ target }) => target as string);

describe('readers-network', () => {
  it('has at least the size asked for', () => {
    expect(captioned(drawn, 'organization', 'paper')).toHaveLength(1);
    expect(captioned(drawn, 'body', 'editorial collective')).toHaveLength(1);
    expect(sites.length).toBeGreaterThanOrEqual(8);
    for (const caption of ['workplace', 'barracks', 'school']) {
      expect(captioned(drawn, 'area', caption).length).toBeGreaterThanOrEqual(2);
    }
    expect(networks.length).toBeGreaterThanOrEqual(12);
    expect(groups.length).toBeGreaterThanOrEqual(8);
    expect(networks.flatMap((network) => membersOf(drawn, network)).length).toBeGreaterThanOrEqual(200);
    expect(drawn.policy.name).toBe('open');
  });

  it('brings the paper to every reader of every network, each by one hand', () => {
    const reach = downstream(channels, 'paper');
    for (const network of networks) {
      for (const reader of membersOf(drawn, network)) {
        expect(reach.has(reader)).toBe(true);
        const others = channels.filter(({ source, target }) => target === reader && source !== 'paper');
        expect(others.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it('leaves one distributor who hands to too many', () => {
    const people = ofKind(drawn, 'person').map(({ id }) => id as string);
    expect(people.filter((key) => handsTo(key).length > 6)).toEqual(['bruno']);
  });

  it('leaves one site that the paper reaches through one person', () => {
    const hands = (site: string) => {
      const readers = new Set(
        membersOf(drawn, site, 'circle').flatMap((network) => membersOf(drawn, network)),
      );
      return handsTo('paper').filter((key) => readers.has(key)).length;
    };
    expect(sites.filter((site) => hands(site) < 2)).toEqual(['fort']);
  });

  it('leads every network to a study group, but for one left to find', () => {
    const inGroup = (person: string) => groupsOf(drawn, person).some((group) => groups.includes(group));
    expect(networks.filter((network) => !membersOf(drawn, network).some(inGroup))).toEqual(['night']);
  });

  it('has a member in every study group', () => {
    const members = ['members-west', 'members-east'].flatMap((body) => membersOf(drawn, body));
    for (const group of groups) {
      expect(membersOf(drawn, group).filter((person) => members.includes(person))).toHaveLength(1);
    }
  });

  it('knows every step from reader to member', () => {
    const steps = new Set(ofKind(drawn, 'person').map(({ caption }) => caption));
    expect([...steps]).toEqual(expect.arrayContaining(['', 'distributor', 'writer', 'contributor']));
  });
});
