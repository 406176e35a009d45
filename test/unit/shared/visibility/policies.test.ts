/**
 * A small board under each policy, and all that some of its viewpoints see of it. The board is the same four
 * times, so that what differs is the policy's doing:
 *
 * a centre guides two cells and an area with a circle in it; ada and bo are in the first cell, cy and dee in
 * the second; ada and cy sit in a circle each, and cy knows eve, who sits in the union, an organization.
 */
import { describe, expect, it } from 'vitest';
import type { PolicyName } from '../../../../shared/policies/policies.ts';
import { type BoardDraft, board } from '../../../helpers/boards.ts';

function organized(policy: PolicyName): BoardDraft {
  return board(policy)
    .body('centre')
    .cell('c1 c2')
    .circle('ring web')
    .area('north')
    .organization('union')
    .person('ada bo cy dee eve fay zoe')
    .note('memo')
    .member('ada bo', 'c1')
    .member('cy dee', 'c2')
    .member('ada', 'ring')
    .member('cy', 'web')
    .member('eve', 'union')
    .member('fay', 'centre')
    .member('ring', 'north')
    .contact('cy', 'eve')
    .guides('centre', 'c1 c2 north')
    .delegates('web', 'centre')
    .tie('ring', 'web')
    .channel('centre', 'union');
}

/** For each viewpoint: reasons, and what is seen for just those. */
type Expected = Readonly<Record<string, Readonly<Record<string, string>>>>;

const words = (...lines: string[]) => lines.join(' ');

const EXPECTED: Readonly<Record<PolicyName, Expected>> = {
  open: {
    everyone: {
      open: words(
        'centre c1 c2 ring web north union ada bo cy dee eve fay ada-in-c1 bo-in-c1 cy-in-c2',
        'dee-in-c2 ada-in-ring cy-in-web eve-in-union fay-in-centre ring-in-north cy-knows-eve',
        'centre-guides-c1 centre-guides-c2 centre-guides-north web-delegates-centre',
      ),
      free: 'zoe memo',
      between: 'ring-tie-web centre-channel-union',
    },
    c1: {
      'open guidance': 'centre centre-guides-c1',
      'open own': 'c1 ada bo ada-in-c1 bo-in-c1',
      open: words(
        'c2 web north union cy dee eve fay cy-in-c2 dee-in-c2 cy-in-web eve-in-union fay-in-centre',
        'ring-in-north cy-knows-eve centre-guides-c2 centre-guides-north web-delegates-centre',
      ),
      'open elsewhere': 'ring ada-in-ring',
      free: 'zoe memo',
      between: 'ring-tie-web centre-channel-union',
    },
    web: {
      'open delegation': 'centre web-delegates-centre',
      open: words(
        'c1 ring north ada bo dee fay ada-in-c1 bo-in-c1 dee-in-c2 ada-in-ring fay-in-centre',
        'ring-in-north centre-guides-c1 centre-guides-c2 centre-guides-north',
      ),
      'open elsewhere': 'c2 cy-in-c2',
      'open own': 'web cy cy-in-web',
      'open contact': 'union eve eve-in-union cy-knows-eve',
      free: 'zoe memo',
      between: 'ring-tie-web centre-channel-union',
    },
  },
  detached: {
    everyone: {
      open: 'union eve eve-in-union',
    },
    c1: {
      guidance: 'centre centre-guides-c1',
      own: 'c1 ada bo ada-in-c1 bo-in-c1',
      elsewhere: 'ring ada-in-ring',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
    ring: {
      own: 'ring ada ada-in-ring',
      open: 'union eve eve-in-union',
    },
    web: {
      delegation: 'centre web-delegates-centre',
      own: 'web cy cy-in-web',
      'open contact': 'union eve eve-in-union',
      contact: 'cy-knows-eve',
      between: 'centre-channel-union',
    },
    centre: {
      own: 'centre fay fay-in-centre',
      guidance: words(
        'c1 c2 ring north ada bo cy dee ada-in-c1 bo-in-c1 cy-in-c2 dee-in-c2 ada-in-ring',
        'ring-in-north centre-guides-c1 centre-guides-c2 centre-guides-north',
      ),
      delegation: 'web web-delegates-centre',
      open: 'union eve eve-in-union',
      between: 'ring-tie-web centre-channel-union',
    },
    ada: {
      guidance: 'centre centre-guides-c1',
      own: 'c1 ring ada bo ada-in-c1 bo-in-c1 ada-in-ring',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
    north: {
      guidance: 'centre centre-guides-north',
      own: 'ring north ring-in-north',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
  },
  territorial: {
    everyone: {
      open: 'union eve eve-in-union',
    },
    c1: {
      guidance: 'centre centre-guides-c1',
      own: 'c1 ada bo ada-in-c1 bo-in-c1',
      elsewhere: 'ring ada-in-ring',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
    ring: {
      guidance: 'centre centre-guides-north',
      elsewhere: 'c1 ada-in-c1',
      own: 'ring north ada ada-in-ring ring-in-north',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
    web: {
      delegation: 'centre web-delegates-centre',
      elsewhere: 'c2 cy-in-c2',
      own: 'web cy cy-in-web',
      'open contact': 'union eve eve-in-union',
      contact: 'cy-knows-eve',
      between: 'centre-channel-union',
    },
    centre: {
      own: 'centre fay fay-in-centre',
      guidance: words(
        'c1 c2 ring north ada bo cy dee ada-in-c1 bo-in-c1 cy-in-c2 dee-in-c2 ada-in-ring',
        'ring-in-north centre-guides-c1 centre-guides-c2 centre-guides-north',
      ),
      delegation: 'web web-delegates-centre',
      open: 'union eve eve-in-union',
      between: 'ring-tie-web centre-channel-union',
    },
    ada: {
      guidance: 'centre centre-guides-c1 centre-guides-north',
      own: 'c1 ring north ada bo ada-in-c1 bo-in-c1 ada-in-ring ring-in-north',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
    north: {
      guidance: 'centre centre-guides-north',
      own: 'ring north ring-in-north',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
  },
  fractions: {
    everyone: {
      open: 'union eve eve-in-union',
    },
    c1: {
      guidance: 'centre centre-guides-c1',
      own: 'c1 ada bo ada-in-c1 bo-in-c1',
      elsewhere: 'ring ada-in-ring',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
    ring: {
      guidance: 'centre centre-guides-north',
      own: 'ring north ada ada-in-ring ring-in-north',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
    web: {
      delegation: 'centre web-delegates-centre',
      own: 'web cy cy-in-web',
      'open contact': 'union eve eve-in-union',
      contact: 'cy-knows-eve',
      between: 'centre-channel-union',
    },
    centre: {
      own: 'centre fay fay-in-centre',
      guidance: words(
        'c1 c2 ring north ada bo cy dee ada-in-c1 bo-in-c1 cy-in-c2 dee-in-c2 ada-in-ring',
        'ring-in-north centre-guides-c1 centre-guides-c2 centre-guides-north',
      ),
      delegation: 'web web-delegates-centre',
      open: 'union eve eve-in-union',
      between: 'ring-tie-web centre-channel-union',
    },
    ada: {
      guidance: 'centre centre-guides-c1 centre-guides-north',
      own: 'c1 ring north ada bo ada-in-c1 bo-in-c1 ada-in-ring ring-in-north',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
    north: {
      guidance: 'centre centre-guides-north',
      own: 'ring north ring-in-north',
      open: 'union eve eve-in-union',
      between: 'centre-channel-union',
    },
  },
};

function byElement(byReasons: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(byReasons).flatMap(([reasons, ids]) => ids.split(' ').map((id) => [id, reasons])),
  );
}

describe.each(Object.entries(EXPECTED))('under the policy %s', (policy, expected) => {
  const organization = organized(policy as PolicyName);

  it.each(Object.entries(expected))('%s sees exactly this', (whose, seen) => {
    expect(organization.seenBy(whose)).toEqual(byElement(seen));
  });

  it('the facilitator sees everything', () => {
    expect(Object.keys(organization.seenBy('facilitator'))).toHaveLength(organization.elements().length);
  });

  it('one cell learns nothing of the other from its guides, contacts and circles', () => {
    const seen = Object.keys(organization.seenBy('c1'));
    const isOther = (id: string) => /\b(c2|dee)\b/.test(id);
    expect(seen.some(isOther)).toBe(policy === 'open');
  });
});
