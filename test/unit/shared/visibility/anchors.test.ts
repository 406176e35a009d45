/** Where a viewpoint stands, what it guides and what it manages. */
import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../../../shared/visibility/scope.ts';
import { type BoardDraft, board, viewpoint } from '../../../helpers/boards.ts';

type Row = readonly [fact: string, on: BoardDraft, viewpoint: string, ids: string];

function facts(what: 'standing' | 'guided' | 'manages', rows: readonly Row[]): void {
  describe(what, () => {
    it.each(rows)('%s', (_fact, on, whose, ids) => {
      expect([...scopeOf(on.graph, viewpoint(whose))[what]].sort().join(' ')).toBe(ids);
    });
  });
}

// Circles, areas and bodies internal, cells detached, organizations open.
const plain = () => board('fractions');

const land = plain()
  .area('plot field land')
  .area('dark', { disclosure: 'detached' })
  .area('under')
  .circle('ring web')
  .cell('c1')
  .organization('union')
  .person('ada bo')
  .member('ada', 'ring')
  .member('ada', 'c1')
  .member('ring', 'plot')
  .member('plot', 'field')
  .member('field', 'land')
  .member('ring', 'web')
  .member('ring', 'union')
  .member('ring', 'dark')
  .member('dark', 'under')
  .member('bo', 'dark');

facts('standing', [
  ['a group stands in itself and the areas above it', land, 'ring', 'field land plot ring'],
  ['not in a circle or organization it belongs to', land, 'plot', 'field land plot'],
  ['a group in no area stands in itself', land, 'c1', 'c1'],
  [
    'a person stands in their groups, detached or not, and in the areas of those',
    land,
    'ada',
    'ada c1 field land plot ring',
  ],
  ['a person stands in a detached area they belong to, and above it', land, 'bo', 'bo dark under'],
  ['a detached area ends the climb', land, 'dark', 'dark under'],
  ['everyone stands nowhere', land, 'everyone', ''],
  ['the facilitator stands nowhere', land, 'facilitator', ''],
  ['who is not on the board stands nowhere', land, 'nobody', ''],
  [
    'areas within each other end the climb',
    plain().area('a b').member('a', 'b').member('b', 'a'),
    'a',
    'a b',
  ],
  [
    'a membership that is only drawn leads nowhere',
    plain().area('a').cell('c1').member('c1', 'a', { owner: 'c1' }),
    'c1',
    'c1',
  ],
  [
    'nor does one into an area that is',
    plain().area('a', { owner: 'c1' }).cell('c1').member('c1', 'a'),
    'c1',
    'c1',
  ],
  [
    'nor one that an audience withholds',
    plain().area('a').cell('c1').member('c1', 'a', { audience: 'a' }),
    'c1',
    'c1',
  ],
  ['a viewpoint that is only drawn stands nowhere', plain().cell('c1', { owner: 'bo' }), 'c1', ''],
  ['nor does one that an audience keeps from itself', plain().cell('c1', { audience: 'bo' }), 'c1', ''],
]);

const orders = plain()
  .body('top mid')
  .circle('ring web')
  .cell('c1 c2 c3')
  .area('land', { disclosure: 'detached' })
  .area('plot north')
  .person('ada bo cy')
  .guides('top', 'mid')
  .guides('mid', 'c1')
  .guides('mid', 'land')
  .member('c2 plot', 'land')
  .member('c3', 'plot')
  .member('bo', 'land')
  .guides('ring', 'web')
  .member('ada', 'top')
  .member('cy', 'ring')
  .member('ring', 'north')
  .guides('north', 'c3')
  .member('c1', 'web');

facts('guided', [
  ['a body guides what guidance leads to, and on from there', orders, 'top', 'c1 c2 c3 land mid plot'],
  ['down through the members of a guided area, detached or not', orders, 'mid', 'c1 c2 c3 land plot'],
  ['a circle may guide', orders, 'ring', 'web'],
  ['not down through the members of a circle', orders, 'cy', ''],
  ['a person guides what the bodies they sit in guide', orders, 'ada', 'c1 c2 c3 land mid plot'],
  ['not what their circle guides', orders, 'cy', ''],
  ['a group does not guide what its area guides', orders, 'web', ''],
  ['an area guides not for that what is in it', orders, 'land', ''],
  ['nobody guides the start, unless guidance leads back', orders, 'c1', ''],
  ['as here', plain().body('a b').guides('a', 'b').guides('b', 'a'), 'a', 'a b'],
  ['everyone guides nothing', orders, 'everyone', ''],
  [
    'guidance that is only drawn leads nowhere',
    plain().body('a').cell('c1').guides('a', 'c1', { owner: 'a' }),
    'a',
    '',
  ],
  [
    'nor does a membership in a guided area that is',
    plain().body('a').area('n').cell('c1').guides('a', 'n').member('c1', 'n', { owner: 'c1' }),
    'a',
    'n',
  ],
  [
    'nor guidance that an audience withholds',
    plain().body('a').cell('c1').guides('a', 'c1', { audience: 'c1' }),
    'a',
    '',
  ],
]);

facts('manages', [
  ['a circle manages itself', orders, 'ring', 'ring'],
  ['a cell manages itself', orders, 'c1', 'c1'],
  ['an area manages itself, not what is in it', orders, 'land', 'land'],
  ['a body manages itself and what it guides', orders, 'mid', 'c1 c2 c3 land mid plot'],
  ['a person manages the groups they belong to', orders, 'cy', 'ring'],
  ['not the areas of those', land, 'ada', 'c1 ring'],
  ['not what their body guides', orders, 'ada', 'top'],
  ['everyone manages nothing', orders, 'everyone', ''],
  ['the facilitator manages nothing and needs not', orders, 'facilitator', ''],
  [
    'a drawn membership gives nothing to manage',
    plain().person('ada').cell('c1').member('ada', 'c1', { owner: 'ada' }),
    'ada',
    '',
  ],
]);
