import { describe, expect, it } from 'vitest';
import { newLinkId, newNodeId } from '../../../../shared/model/ids.ts';
import { captioned, drawnTemplate, groupsOf, linksOf, membersOf, nodesByKey, ofKind } from './structure.ts';
import { seenKeys } from './views.ts';

const drawn = drawnTemplate('fractions');
const byKey = nodesByKey(drawn);
const fractions = ofKind(drawn, 'cell').map(({ id }) => id as string);
const organizations = ofKind(drawn, 'organization').map(({ id }) => id as string);
const organizationOf = (fraction: string) => groupsOf(drawn, fraction)[0] ?? '';
const levelOf = (key: string) => byKey.get(key)?.caption.split(' · ')[1];

describe('fractions', () => {
  it('has at least the size asked for', () => {
    expect(organizations.length).toBeGreaterThanOrEqual(6);
    expect(fractions.length).toBeGreaterThanOrEqual(6);
    expect(captioned(drawn, 'body', 'united-front committee')).toHaveLength(2);
    expect(captioned(drawn, 'body', 'publishing house')).toHaveLength(1);
    expect(captioned(drawn, 'body', 'guiding body')).toHaveLength(2);
    expect(ofKind(drawn, 'person').length).toBeGreaterThanOrEqual(120);
    expect(drawn.policy.name).toBe('fractions');
    for (const kind of ['union', 'co-operative', 'sports league', 'tenants', 'Peace', 'factory council']) {
      const named = ofKind(drawn, 'organization').filter(({ caption, label }) =>
        `${label} ${caption}`.includes(kind),
      );
      expect(named.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('has each fraction in one organization, to which all in it belong', () => {
    for (const fraction of fractions) {
      expect(groupsOf(drawn, fraction)).toHaveLength(1);
      const members = membersOf(drawn, fraction);
      expect(members.length).toBeGreaterThanOrEqual(3);
      expect(members.every((person) => groupsOf(drawn, person).includes(organizationOf(fraction)))).toBe(
        true,
      );
    }
  });

  it('has each fraction guided once, by the body of its own level', () => {
    for (const fraction of fractions) {
      const guides = linksOf(drawn, 'guidance').filter(({ target }) => target === fraction);
      expect(guides).toHaveLength(1);
      expect(levelOf(guides[0]?.source ?? '')).toBe(levelOf(fraction));
      expect(levelOf(organizationOf(fraction))).toBe(levelOf(fraction));
    }
  });

  it('leaves two organizations without a fraction to find', () => {
    const without = organizations.filter(
      (key) => !fractions.some((fraction) => organizationOf(fraction) === key),
    );
    expect(without).toEqual(['club', 'relief']);
  });

  it('leaves one organization that hardly has anyone but its fraction', () => {
    const share = (fraction: string) =>
      membersOf(drawn, fraction).length / membersOf(drawn, organizationOf(fraction)).length;
    expect(fractions.filter((fraction) => share(fraction) > 0.5)).toEqual(['esperanto-fraction']);
  });

  it('has a collective member that names its delegate', () => {
    const collective = linksOf(drawn, 'membership').filter(
      ({ source, target }) => organizations.includes(source) && organizations.includes(target),
    );
    expect(collective.map(({ source, target }) => [source, target])).toEqual([['club', 'league']]);
    const delegates = linksOf(drawn, 'membership').filter(({ caption }) => caption === 'delegate');
    expect(delegates.map(({ source, target }) => [source, target])).toEqual([['helga', 'league']]);
    expect(groupsOf(drawn, 'helga')).toContain('club');
  });

  it('shows a fraction to itself and its guide, and in the organization to nobody else', () => {
    const seenBy = (viewpoint: string) => {
      const seen = seenKeys(drawn, viewpoint, { newNodeId, newLinkId });
      return fractions.filter((key) => seen.has(key));
    };
    for (const viewpoint of ['everyone', ...organizations, 'cyril', 'readers'])
      expect(seenBy(viewpoint)).toEqual([]);
    for (const fraction of fractions) expect(seenBy(fraction)).toEqual([fraction]);
    const town = fractions.filter((fraction) => levelOf(fraction) === 'town');
    expect(seenBy('town')).toEqual(town);
  });
});
