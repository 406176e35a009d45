/**
 * The table of rules, clause by clause: what each shows, and what it does not. `hidden` is what no rule shows.
 */
import { describe, expect, it } from 'vitest';
import { type BoardDraft, board } from '../../../helpers/boards.ts';

type Row = readonly [fact: string, on: BoardDraft, viewpoint: string, element: string, why: string];

function facts(about: string, rows: readonly Row[]): void {
  describe(about, () => {
    it.each(rows)('%s', (_fact, on, viewpoint, element, why) => {
      expect(on.why(viewpoint, element)).toBe(why);
    });
  });
}

// `fractions` without commons: circles, areas and bodies internal, cells detached, organizations open.
const plain = () => board('fractions');

const union = () =>
  plain()
    .organization('union guild')
    .cell('c1 c2')
    .person('ada bo')
    .member('ada', 'union')
    .member('c1', 'union')
    .circle('ring')
    .member('ring', 'union')
    .guides('union', 'guild')
    .body('board', { disclosure: 'open' })
    .delegates('union', 'board');

const openLinks = plain()
  .organization('union guild')
  .body('council', { disclosure: 'open' })
  .body('bureau')
  .circle('ring')
  .person('ada bo cy')
  .member('ada bo', 'union')
  .member('cy', 'ring')
  .member('ring', 'union')
  .guides('union', 'guild')
  .guides('union', 'ring')
  .guides('union', 'bureau')
  .delegates('union', 'council')
  .delegates('ring', 'council')
  .delegates('union', 'bureau')
  .contact('ada', 'bo')
  .cell('c1')
  .member('c1', 'union')
  .member('c1', 'guild', { id: 'c1-also-in-guild' });

facts('open', [
  ['an open group is seen by everyone', openLinks, 'everyone', 'union', 'open'],
  ['an internal group is not', openLinks, 'everyone', 'bureau', 'hidden'],
  ['a membership of an open group is seen', openLinks, 'everyone', 'ada-in-union', 'open'],
  ['a person who is a member of an open group is seen', openLinks, 'everyone', 'ada', 'open'],
  ['a group that is a member of an open group is seen', openLinks, 'everyone', 'ring', 'open'],
  ['the members of that group are not', openLinks, 'everyone', 'cy', 'hidden'],
  ['nor are its memberships', openLinks, 'everyone', 'cy-in-ring', 'hidden'],
  ['a detached member of an open group stays hidden', openLinks, 'everyone', 'c1', 'hidden'],
  ['and so does its membership', openLinks, 'everyone', 'c1-in-union', 'hidden'],
  ['guidance between two open groups is seen', openLinks, 'everyone', 'union-guides-guild', 'open'],
  ['guidance of a group that is not open is not', openLinks, 'everyone', 'union-guides-ring', 'hidden'],
  ['delegation between two open groups is seen', openLinks, 'everyone', 'union-delegates-council', 'open'],
  [
    'delegation from a group that is not open is not',
    openLinks,
    'everyone',
    'ring-delegates-council',
    'hidden',
  ],
  [
    'delegation to a group that is not open is not',
    openLinks,
    'everyone',
    'union-delegates-bureau',
    'hidden',
  ],
  [
    'a contact is nobody else’s business where there is no commons',
    openLinks,
    'everyone',
    'ada-knows-bo',
    'hidden',
  ],
  [
    'on a commons board a contact is seen between two who are seen',
    openLinks.under({ ...openLinks.graph.policy, commons: true }),
    'everyone',
    'ada-knows-bo',
    'open',
  ],
  [
    'on a commons board a contact is hidden with one of its ends',
    board('open')
      .cell('c1', { disclosure: 'detached' })
      .person('ada bo')
      .member('ada', 'c1')
      .contact('ada', 'bo'),
    'everyone',
    'ada-knows-bo',
    'hidden',
  ],
  [
    'a group may be open where its kind is not',
    plain().circle('ring', { disclosure: 'open' }).person('ada').member('ada', 'ring'),
    'everyone',
    'ada',
    'open',
  ],
  [
    'a group may be internal where its kind is open',
    plain().organization('union', { disclosure: 'internal' }),
    'everyone',
    'union',
    'hidden',
  ],
]);

const seats = plain()
  .area('north')
  .area('far', { disclosure: 'detached' })
  .cell('c1')
  .circle('ring web')
  .person('ada bo cy')
  .member('ada bo', 'ring')
  .member('cy', 'north')
  .member('ring web c1', 'north')
  .member('ring', 'far')
  .member('ring', 'web')
  .member('cy', 'far', { id: 'cy-in-far' });

facts('own', [
  ['a group sees itself', seats, 'ring', 'ring', 'own'],
  ['a detached group sees itself', seats, 'c1', 'c1', 'own'],
  ['a group sees its memberships', seats, 'ring', 'ada-in-ring', 'own'],
  ['a group sees its members', seats, 'ring', 'ada', 'own'],
  ['a group sees the area it belongs to', seats, 'ring', 'north', 'own'],
  ['and that it belongs to it', seats, 'ring', 'ring-in-north', 'own'],
  ['a group sees its membership in any group it sees', seats, 'ring', 'ring-in-web', 'own'],
  ['and who else belongs to it', seats, 'ring', 'cy', 'own'],
  ['and which groups', seats, 'ring', 'web', 'own'],
  ['but not the detached ones', seats, 'ring', 'c1', 'hidden'],
  ['not even as a membership', seats, 'ring', 'c1-in-north', 'hidden'],
  ['nor the members of those groups', seats, 'web', 'ada', 'hidden'],
  ['a detached group sees the area it belongs to', seats, 'c1', 'north', 'own'],
  ['a group does not see a detached area it belongs to', seats, 'ring', 'far', 'hidden'],
  ['nor its own membership there', seats, 'ring', 'ring-in-far', 'hidden'],
  ['an area sees its members', seats, 'north', 'ring', 'own'],
  ['but no detached ones', seats, 'north', 'c1', 'hidden'],
  ['nor the members of its members', seats, 'north', 'ada', 'hidden'],
  ['a person sees itself', seats, 'ada', 'ada', 'own'],
  ['a person sees the groups it belongs to', seats, 'ada', 'ring', 'own'],
  ['a person sees its fellow members', seats, 'ada', 'bo', 'own'],
  ['and their memberships', seats, 'ada', 'bo-in-ring', 'own'],
  ['a person sees the areas of its groups', seats, 'ada', 'north', 'own'],
  ['a person sees even a detached area it belongs to itself', seats, 'cy', 'far', 'own'],
  ['a person does not see the detached area of its group', seats, 'ada', 'far', 'hidden'],
  ['everyone belongs to nothing', seats, 'everyone', 'ring', 'hidden'],
]);

const chain = plain()
  .body('top mid side rival')
  .area('land')
  .area('plot')
  .cell('c1 c2 c3')
  .circle('ring')
  .person('ada bo cy chief clerk')
  .guides('top', 'mid')
  .guides('mid', 'c1')
  .guides('mid', 'land')
  .guides('side', 'c1')
  .guides('side', 'mid')
  .guides('rival', 'c1')
  .member('c2', 'land')
  .member('plot', 'land')
  .member('c3', 'plot')
  .member('ada', 'c1')
  .member('bo', 'c2')
  .member('chief', 'top')
  .member('clerk', 'mid')
  .member('c1', 'ring')
  .member('cy', 'ring');
const chainWithoutMembers = chain.under({ ...chain.graph.policy, guidesSeeMembers: false });

facts('guidance', [
  ['a guided group sees who guides it', chain, 'c1', 'mid', 'guidance'],
  ['and the guidance', chain, 'c1', 'mid-guides-c1', 'guidance'],
  ['each of those who do', chain, 'c1', 'side', 'guidance'],
  ['but not the members of the guide', chain, 'c1', 'clerk', 'hidden'],
  ['nor who guides the guide', chain, 'c1', 'top', 'hidden'],
  ['nor that one guide guides the other', chain, 'c1', 'side-guides-mid', 'hidden'],
  ['nor whom else the guide guides', chain, 'c1', 'land', 'hidden'],
  ['a person sees who guides their group', chain, 'ada', 'mid', 'guidance'],
  ['and the guidance there', chain, 'ada', 'mid-guides-c1', 'guidance'],
  ['whoever stands in a guided area sees who guides it', chain, 'c2', 'mid', 'guidance'],
  ['a guide sees whom it guides, detached or not', chain, 'mid', 'c1', 'guidance'],
  ['and its members', chain, 'mid', 'ada', 'guidance'],
  ['and their memberships', chain, 'mid', 'ada-in-c1', 'guidance'],
  ['a guide sees whom those it guides guide in turn', chain, 'top', 'c1', 'guidance'],
  ['and the guidance among them', chain, 'top', 'mid-guides-c1', 'guidance'],
  ['but not who else guides them', chain, 'mid', 'rival', 'hidden'],
  ['nor that guidance', chain, 'mid', 'rival-guides-c1', 'hidden'],
  [
    'nor that guidance where they see the other guide anyway',
    plain().body('mid').body('council', { disclosure: 'open' }).circle('ring').guides('mid council', 'ring'),
    'mid',
    'council-guides-ring',
    'hidden',
  ],
  ['a guide of an area sees the groups in it', chain, 'mid', 'c2', 'guidance'],
  ['and the groups of an area in it', chain, 'mid', 'c3', 'guidance'],
  ['and the members of those', chain, 'mid', 'bo', 'guidance'],
  ['a guide does not see the other groups of those it guides', chain, 'mid', 'ring', 'hidden'],
  ['nor their memberships there', chain, 'mid', 'c1-in-ring', 'hidden'],
  ['a person sees whom their body guides', chain, 'clerk', 'c1', 'guidance'],
  ['and that guidance', chain, 'clerk', 'mid-guides-c1', 'guidance'],
  ['and the members of those it guides', chain, 'clerk', 'ada', 'guidance'],
  [
    'a person does not see whom a guide of their circle guides',
    plain()
      .circle('ring led deep')
      .guides('ring', 'led')
      .guides('led', 'deep')
      .person('ada')
      .member('ada', 'ring'),
    'ada',
    'deep',
    'hidden',
  ],
  ['everyone guides nobody', chain, 'everyone', 'c1', 'hidden'],
  ['without guidesSeeMembers a guide still sees the group', chainWithoutMembers, 'mid', 'c1', 'guidance'],
  ['but not its members', chainWithoutMembers, 'mid', 'ada', 'hidden'],
  ['nor their memberships', chainWithoutMembers, 'mid', 'ada-in-c1', 'hidden'],
  ['it sees the groups of a guided area', chainWithoutMembers, 'mid', 'c2', 'guidance'],
  ['but not that they belong to it', chainWithoutMembers, 'mid', 'c2-in-land', 'hidden'],
  ['without guidesSeeMembers a group still sees its own', chainWithoutMembers, 'c1', 'ada', 'own'],
]);

const sending = plain()
  .body('council bureau')
  .circle('ring other')
  .cell('c1 c2')
  .person('ada bo')
  .member('ada', 'ring')
  .member('bo', 'c1')
  .delegates('ring other', 'council')
  .delegates('c1 c2', 'council')
  .guides('bureau', 'ring')
  .guides('bureau', 'c1');

facts('delegation', [
  ['whoever sends members to a body sees the body', sending, 'ring', 'council', 'delegation'],
  ['and the delegation', sending, 'ring', 'ring-delegates-council', 'delegation'],
  ['but not who else does', sending, 'ring', 'other', 'hidden'],
  ['nor their delegation', sending, 'ring', 'other-delegates-council', 'hidden'],
  ['a body sees who sends members to it', sending, 'council', 'ring', 'delegation'],
  ['and the delegation it comes by', sending, 'council', 'ring-delegates-council', 'delegation'],
  ['but no detached ones', sending, 'council', 'c1', 'hidden'],
  ['nor their delegation to it', sending, 'council', 'c1-delegates-council', 'hidden'],
  ['nor the members of those who do', sending, 'council', 'ada', 'hidden'],
  ['a detached group sees the body it sends members to', sending, 'c1', 'council', 'delegation'],
  ['a person sees the delegation of their group', sending, 'ada', 'council', 'delegation'],
  ['a guide sees to whom those it guides delegate', sending, 'bureau', 'council', 'delegation'],
  ['and that delegation', sending, 'bureau', 'ring-delegates-council', 'delegation'],
  ['also of a detached group', sending, 'bureau', 'c1-delegates-council', 'delegation'],
  ['but not of others', sending, 'bureau', 'c2-delegates-council', 'hidden'],
  ['everyone sees none of it', sending, 'everyone', 'council', 'hidden'],
]);

const double = plain()
  .circle('ring web')
  .cell('c1 c2')
  .cell('lax', { disclosure: 'internal' })
  .body('bureau')
  .area('north')
  .organization('league', { disclosure: 'internal' })
  .person('ada bo cy')
  .member('ada', 'ring')
  .member('ada', 'web')
  .member('ada', 'c1')
  .member('ada', 'c2')
  .member('ada', 'lax')
  .member('ada', 'bureau')
  .member('ada', 'north')
  .member('ada', 'league')
  .member('bo cy', 'web')
  .circle('deep')
  .member('web', 'deep')
  .circle('inner')
  .member('inner', 'ring')
  .circle('beyond')
  .member('inner', 'beyond');

facts('elsewhere', [
  ['a circle sees where its members also sit', double, 'ring', 'web', 'elsewhere'],
  ['and that membership', double, 'ring', 'ada-in-web', 'elsewhere'],
  ['that membership alone', double, 'ring', 'bo-in-web', 'hidden'],
  ['and nobody else there', double, 'ring', 'bo', 'hidden'],
  ['nor where that group belongs', double, 'ring', 'deep', 'hidden'],
  ['a cell sees where its members also sit', double, 'c1', 'web', 'elsewhere'],
  ['a body sees where its members also sit', double, 'bureau', 'web', 'elsewhere'],
  ['a cell that is not detached is seen so', double, 'ring', 'lax', 'elsewhere'],
  ['a detached group never is', double, 'ring', 'c1', 'hidden'],
  ['nor is the membership', double, 'ring', 'ada-in-c1', 'hidden'],
  ['not from another detached group either', double, 'c1', 'ada-in-c2', 'hidden'],
  [
    'not even by who guides it, who knows it for that alone',
    plain()
      .body('bureau')
      .cell('c1')
      .guides('bureau', 'c1')
      .person('ada')
      .member('ada', 'bureau')
      .member('ada', 'c1'),
    'bureau',
    'ada-in-c1',
    'guidance',
  ],
  ['an area does not see where its members also sit', double, 'north', 'web', 'hidden'],
  ['nor does an organization', double, 'league', 'web', 'hidden'],
  ['a group’s own membership is no membership elsewhere', double, 'ring', 'ada-in-ring', 'own'],
  ['nor is the group itself elsewhere', double, 'ring', 'ring', 'own'],
  ['where a member that is a group also sits is not seen', double, 'ring', 'beyond', 'hidden'],
  ['for a person a seat of their own is their own', double, 'ada', 'ada-in-web', 'own'],
  ['a person does not see where fellow members also sit', double, 'bo', 'ada-in-ring', 'hidden'],
]);

const acquainted = plain()
  .circle('ring web')
  .cell('c1 c2')
  .body('bureau')
  .area('north')
  .organization('league', { disclosure: 'internal' })
  .person('ada bo cy dee')
  .member('ada', 'ring')
  .member('ada', 'c1')
  .member('ada', 'bureau')
  .member('ada', 'north')
  .member('ada', 'league')
  .member('bo cy', 'web')
  .member('bo', 'c2')
  .contact('ada', 'bo')
  .contact('dee', 'bo');

facts('contact', [
  ['a circle sees whom its members know', acquainted, 'ring', 'bo', 'contact'],
  ['and that they know each other', acquainted, 'ring', 'ada-knows-bo', 'contact'],
  ['and where the other sits', acquainted, 'ring', 'web', 'contact'],
  ['by that one membership', acquainted, 'ring', 'bo-in-web', 'contact'],
  ['but nobody else there', acquainted, 'ring', 'cy', 'hidden'],
  ['nor their memberships', acquainted, 'ring', 'cy-in-web', 'hidden'],
  ['nor whom the other knows in turn', acquainted, 'ring', 'dee', 'hidden'],
  ['nor that contact', acquainted, 'ring', 'dee-knows-bo', 'hidden'],
  ['nor a detached group the other sits in', acquainted, 'ring', 'c2', 'hidden'],
  ['nor that membership', acquainted, 'ring', 'bo-in-c2', 'hidden'],
  ['a contact has no direction', acquainted, 'web', 'ada', 'contact'],
  ['a cell sees whom its members know', acquainted, 'c1', 'bo', 'contact'],
  ['a body does', acquainted, 'bureau', 'bo', 'contact'],
  ['an area does not', acquainted, 'north', 'bo', 'hidden'],
  ['nor an organization', acquainted, 'league', 'bo', 'hidden'],
  ['a person sees whom they know', acquainted, 'ada', 'bo', 'contact'],
  ['and where the other sits, as a person', acquainted, 'ada', 'bo-in-web', 'contact'],
  ['a person does not see whom their fellow members know', acquainted, 'cy', 'ada', 'hidden'],
  ['a person without a group sees whom they know', acquainted, 'dee', 'bo', 'contact'],
]);

const common = board('open')
  .cell('c1', { disclosure: 'detached' })
  .circle('ring', { disclosure: 'internal' })
  .circle('sketch', { owner: 'ring' })
  .person('ada bo cy dee')
  .member('bo', 'c1')
  .member('cy', 'ring', { owner: 'ring' })
  .member('dee', 'sketch')
  .note('memo')
  .person('draft', { owner: 'ring' })
  .note('scrap', { owner: 'ring' });
const uncommon = common.under({ ...common.graph.policy, commons: false });

facts('free', [
  ['on a commons board a person in no group is seen by all', common, 'everyone', 'ada', 'free'],
  ['and so is a note', common, 'everyone', 'memo', 'free'],
  ['a person in a hidden group is not', common, 'everyone', 'bo', 'hidden'],
  ['a membership that is only drawn takes nobody out of sight', common, 'everyone', 'cy', 'free'],
  ['nor does one in a group that is only drawn', common, 'everyone', 'dee', 'free'],
  ['a person who is only drawn is not seen', common, 'everyone', 'draft', 'hidden'],
  ['nor a note that is', common, 'everyone', 'scrap', 'hidden'],
  ['a group in no group is not free', common, 'everyone', 'ring', 'hidden'],
  ['elsewhere a person in no group is hidden', uncommon, 'everyone', 'ada', 'hidden'],
  ['and so is a note, elsewhere', uncommon, 'everyone', 'memo', 'hidden'],
  [
    'a group kept from somebody by its audience still holds its members',
    board('open').cell('c1', { audience: 'c1' }).person('ada').member('ada', 'c1'),
    'everyone',
    'ada',
    'hidden',
  ],
  [
    'and so does a membership that is',
    board('open').cell('c1').person('ada').member('ada', 'c1', { audience: 'c1' }),
    'everyone',
    'ada',
    'hidden',
  ],
]);

const wires = plain()
  .organization('union guild')
  .circle('ring')
  .cell('c1')
  .person('ada bo')
  .member('ada bo', 'union')
  .tie('union', 'guild')
  .channel('guild', 'ada')
  .tie('ada', 'bo')
  .tie('union', 'ring')
  .channel('ring', 'union')
  .tie('c1', 'union')
  .tie('union', 'bo', { owner: 'ring' });

facts('between', [
  ['a tie is seen between two that are seen', wires, 'everyone', 'union-tie-guild', 'between'],
  ['so is a channel', wires, 'everyone', 'guild-channel-ada', 'between'],
  ['and a tie of persons', wires, 'everyone', 'ada-tie-bo', 'between'],
  ['a tie to what is hidden is hidden', wires, 'everyone', 'union-tie-ring', 'hidden'],
  ['a channel from what is hidden is hidden', wires, 'everyone', 'ring-channel-union', 'hidden'],
  ['whoever sees both ends sees it', wires, 'ring', 'ring-channel-union', 'between'],
  ['a detached group sees its own ties', wires, 'c1', 'c1-tie-union', 'between'],
  ['a tie that is only drawn is not seen', wires, 'everyone', 'union-tie-bo', 'hidden'],
  [
    'a tie at a detached group is hidden from those who see the group by its audience',
    plain().cell('c1', { audience: 'everyone' }).organization('union').tie('c1', 'union'),
    'everyone',
    'c1-tie-union',
    'hidden',
  ],
]);

const drawn = plain()
  .body('bureau council')
  .area('north')
  .cell('c1 c2')
  .organization('union')
  .person('ada bo')
  .member('ada bo', 'c1')
  .member('c1', 'north')
  .guides('bureau', 'c1')
  .guides('council', 'bureau')
  .body('senate')
  .delegates('c1', 'senate')
  .person('eve', { owner: 'c1' })
  .member('eve', 'c1', { owner: 'c1' })
  .tie('c1', 'eve', { owner: 'c1' })
  .tie('c2', 'c1', { owner: 'c1' })
  .note('mine', { owner: 'ada' })
  .note('areas', { owner: 'north' })
  .organization('front', { owner: 'c1' })
  .member('bo', 'front')
  .member('bo', 'union', { owner: 'c1' })
  .cell('secret', { owner: 'c1' })
  .note('common', { owner: 'everyone' });

facts('owned', [
  ['a drawing is seen by its owner', drawn, 'c1', 'eve', 'owned'],
  ['a drawn link is seen by its owner', drawn, 'c1', 'eve-in-c1', 'owned'],
  ['if its ends are', drawn, 'c1', 'c2-tie-c1', 'hidden'],
  ['a person’s drawing is seen by the person', drawn, 'ada', 'mine', 'owned'],
  ['and not by their group', drawn, 'c1', 'mine', 'hidden'],
  ['nor by a fellow member', drawn, 'bo', 'mine', 'hidden'],
  ['a group’s drawing is seen by its members', drawn, 'bo', 'eve', 'owned'],
  ['a drawing of an area is seen by the groups in it', drawn, 'c1', 'areas', 'owned'],
  ['a drawing is seen by who guides its owner', drawn, 'bureau', 'eve', 'owned'],
  ['however far up', drawn, 'council', 'eve-in-c1', 'owned'],
  ['but not by the area of its owner', drawn, 'north', 'eve', 'hidden'],
  ['nor by a body the owner delegates to', drawn, 'senate', 'eve', 'hidden'],
  ['nor by everyone, though it be an open group', drawn, 'everyone', 'front', 'hidden'],
  ['a detached group that is drawn is seen by its owner', drawn, 'c1', 'secret', 'owned'],
  ['what is everyone’s is seen by everyone', drawn, 'everyone', 'common', 'owned'],
  ['and not for that by anybody else', drawn, 'c2', 'common', 'hidden'],
  [
    'on a commons board what is everyone’s is seen by the rules alone',
    board('open').cell('c1', { owner: 'everyone', disclosure: 'internal' }),
    'everyone',
    'c1',
    'hidden',
  ],
]);

facts('a drawing widens nothing', [
  ['a membership drawn into an open group shows nobody', drawn, 'everyone', 'bo', 'hidden'],
  ['nor does one in an open group that is drawn', drawn, 'everyone', 'bo-in-front', 'hidden'],
  [
    'drawing oneself into a group does not let one see it',
    plain().circle('ring').person('ada bo').member('bo', 'ring').member('ada', 'ring', { owner: 'ada' }),
    'ada',
    'bo',
    'hidden',
  ],
  [
    'drawing guidance does not make one a guide',
    plain()
      .body('bureau')
      .circle('ring')
      .person('bo')
      .member('bo', 'ring')
      .guides('bureau', 'ring', { owner: 'bureau' }),
    'bureau',
    'bo',
    'hidden',
  ],
  [
    'drawing a contact does not tell where the other sits',
    plain().circle('ring').person('ada bo').member('bo', 'ring').contact('ada', 'bo', { owner: 'ada' }),
    'ada',
    'ring',
    'hidden',
  ],
  [
    'a membership confirmed of a person who is drawn is not followed',
    plain().circle('ring').person('ada', { owner: 'c1' }).cell('c1').member('ada', 'ring'),
    'ring',
    'ada',
    'hidden',
  ],
  [
    'confirmed by everyone counts as confirmed by the facilitator',
    plain().circle('ring').person('ada', { owner: 'everyone' }).member('ada', 'ring', { owner: 'everyone' }),
    'ring',
    'ada',
    'own',
  ],
]);

const listed = plain()
  .organization('union', { audience: 'c1 ada' })
  .person('ada bo', { audience: 'c1' })
  .cell('c1')
  .cell('c2', { audience: 'c1 c2' })
  .member('bo', 'c2', { audience: 'everyone' })
  .member('bo', 'c1')
  .member('bo', 'union')
  .note('sign', { audience: 'everyone' })
  .note('void', { audience: 'nobody' })
  .circle('ring')
  .person('cy')
  .member('cy', 'ring')
  .member('cy', 'union')
  .contact('cy', 'bo', { audience: 'ring' });

facts('audience', [
  ['who is listed sees it', listed, 'c1', 'union', 'audience'],
  ['and no rule adds a reason', listed, 'c1', 'bo', 'audience'],
  ['who is not listed does not, though it is open', listed, 'c2', 'union', 'hidden'],
  ['not even the element itself', listed, 'bo', 'bo', 'hidden'],
  [
    'nor its owner',
    plain().cell('c1').note('memo', { owner: 'c1', audience: 'ada' }),
    'c1',
    'memo',
    'hidden',
  ],
  ['everyone listed is everybody', listed, 'c2', 'sign', 'audience'],
  ['and everyone', listed, 'everyone', 'sign', 'audience'],
  ['and the facilitator, who sees all', listed, 'facilitator', 'sign', 'facilitator'],
  ['listed for nobody is for the facilitator', listed, 'facilitator', 'void', 'facilitator'],
  ['and for nobody else', listed, 'everyone', 'void', 'hidden'],
  ['an empty audience is for nobody', emptyAudience(), 'c1', 'memo', 'hidden'],
  ['a detached group is seen by who is listed', listed, 'c1', 'c2', 'audience'],
  ['a link listed for everyone is seen by who sees its ends', listed, 'c1', 'bo-in-c2', 'audience'],
  ['and by nobody else', listed, 'everyone', 'bo-in-c2', 'hidden'],
  ['being listed for a member does not show a group', listed, 'ada', 'bo-in-union', 'hidden'],
  ['no rule steps through what is withheld: not through a group', listed, 'everyone', 'cy', 'hidden'],
  ['nor through a person', listed, 'ring', 'bo', 'hidden'],
  [
    'nor through a link',
    plain().body('bureau').circle('ring').guides('bureau', 'ring', { audience: 'ring' }),
    'bureau',
    'ring',
    'hidden',
  ],
  [
    'rules do step through what is listed for the viewpoint',
    plain().body('bureau').circle('ring').guides('bureau', 'ring', { audience: 'bureau' }),
    'bureau',
    'ring',
    'guidance',
  ],
]);

function emptyAudience(): BoardDraft {
  const draft = plain().cell('c1').note('memo', { owner: 'c1' });
  draft.graph.put({ ...draft.get('memo'), audience: [] });
  return draft;
}

const all = union();

facts('the facilitator', [
  ['sees a detached group', all, 'facilitator', 'c2', 'facilitator'],
  ['and every link', all, 'facilitator', 'c1-in-union', 'facilitator'],
  ['and what participants draw', drawn, 'facilitator', 'eve-in-c1', 'facilitator'],
  ['and what an audience keeps from all', listed, 'facilitator', 'void', 'facilitator'],
]);

const detached = plain()
  .cell('c1')
  .circle('ring')
  .organization('union')
  .body('bureau senate')
  .area('north')
  .person('ada bo cy')
  .member('ada bo', 'c1')
  .member('ada', 'ring')
  .member('ada', 'union')
  .member('c1', 'ring')
  .member('c1', 'union')
  .member('c1', 'north')
  .contact('ada', 'cy')
  .member('cy', 'north')
  .guides('bureau', 'c1')
  .guides('c1', 'ring')
  .delegates('c1', 'senate')
  .tie('c1', 'union')
  .channel('ring', 'c1');

facts('a detached group', [
  ['is not shown through a member who also sits in a circle', detached, 'ring', 'c1', 'hidden'],
  ['nor is the membership', detached, 'ring', 'ada-in-c1', 'hidden'],
  ['nor through a member who sits in an open organization', detached, 'everyone', 'ada-in-c1', 'hidden'],
  ['nor through its own membership there', detached, 'everyone', 'c1-in-union', 'hidden'],
  ['nor through a contact of a member', detached, 'cy', 'c1', 'hidden'],
  ['nor to the area it belongs to', detached, 'north', 'c1', 'hidden'],
  ['nor to who else is in that area', detached, 'cy', 'c1-in-north', 'hidden'],
  ['nor to whom it guides', detached, 'ring', 'c1-guides-ring', 'hidden'],
  ['nor to whom it delegates', detached, 'senate', 'c1-delegates-senate', 'hidden'],
  ['nor through a tie', detached, 'everyone', 'c1-tie-union', 'hidden'],
  ['nor through a channel that reaches it', detached, 'ring', 'ring-channel-c1', 'hidden'],
  ['its members are seen for where else they sit', detached, 'ring', 'ada', 'open own'],
  ['and hidden where nothing else shows them', detached, 'everyone', 'bo', 'hidden'],
  ['it is seen by itself', detached, 'c1', 'c1-in-north', 'own'],
  ['by its members', detached, 'bo', 'ada-in-c1', 'own'],
  ['by who guides it', detached, 'bureau', 'bureau-guides-c1', 'guidance'],
  ['and its links are seen by those', detached, 'bureau', 'bo-in-c1', 'guidance'],
  [
    'by who guides the area it belongs to',
    plain().cell('c1').area('north').body('bureau').member('c1', 'north').guides('bureau', 'north'),
    'bureau',
    'c1',
    'guidance',
  ],
]);

const internal = plain()
  .circle('ring web')
  .person('ada bo cy dee')
  .body('bureau')
  .member('ada bo', 'ring')
  .member('cy', 'web')
  .contact('ada', 'cy')
  .guides('bureau', 'ring');

facts('an internal group', [
  ['is known to those who belong to it', internal, 'bo', 'ada-in-ring', 'own'],
  ['and to those who guide it', internal, 'bureau', 'ada-in-ring', 'guidance'],
  ['and, by a contact, for that one membership', internal, 'web', 'ada-in-ring', 'contact'],
  ['but for no other', internal, 'web', 'bo-in-ring', 'hidden'],
  ['and to nobody else', internal, 'dee', 'ring', 'hidden'],
  ['not to everyone', internal, 'everyone', 'ada-in-ring', 'hidden'],
]);

facts('a viewpoint that rules may not look at', [
  [
    'sees nothing of its group while it is a drawing',
    plain().circle('ring').person('ada', { owner: 'bo' }).member('ada', 'ring'),
    'ada',
    'ring',
    'hidden',
  ],
  ['not even itself', plain().circle('ring').person('ada', { owner: 'bo' }), 'ada', 'ada', 'hidden'],
  [
    'but what it drew',
    plain().person('ada', { owner: 'bo' }).note('memo', { owner: 'ada' }),
    'ada',
    'memo',
    'owned',
  ],
  ['and what is open', plain().organization('union'), 'nobody', 'union', 'open'],
]);
