/** Who may change what: each cell of the table of rights, as a verdict. `yes`, or the reason why not. */
import { describe, expect, it } from 'vitest';
import type { ElementId } from '../../../../shared/model/ids.ts';
import type { LinkKind } from '../../../../shared/model/kinds.ts';
import { LINK_FIELDS, NODE_FIELDS, ROLES, type Role } from '../../../../shared/protocol.ts';
import {
  type Actor,
  accessTo,
  mayChange,
  mayCreateLink,
  mayCreateNode,
  mayDelete,
  mayEdit,
  mayMakeWith,
  ownerFor,
  type Verdict,
} from '../../../../shared/rights/rights.ts';
import { scopeOf } from '../../../../shared/visibility/scope.ts';
import { visibility } from '../../../../shared/visibility/viewpointVisibility.ts';
import { type BoardDraft, board, nodeId, viewpoint } from '../../../helpers/boards.ts';

/** `c1` is an editor with the eyes of c1; `viewer@c1` and `facilitator@c1` are others with the same eyes. */
function actor(on: BoardDraft, who: string): Actor {
  const [role, whose] = who.includes('@') ? who.split('@') : ['editor', who];
  if (whose === undefined || !ROLES.includes(role as Role)) throw new RangeError(`Nobody is ${who}.`);
  const { graph } = on;
  const visible = visibility(graph, viewpoint(whose));
  return {
    graph,
    role: role as Role,
    scope: scopeOf(graph, viewpoint(whose)),
    shows: (id: ElementId) => visible.has(id),
  };
}

const said = (verdict: Verdict) => verdict ?? 'yes';
const FACILITATOR = 'facilitator@facilitator';

// Cells detached, circles, areas and bodies internal, organizations open; no commons.
const territory = board('fractions')
  .cell('c1 c2')
  .area('north')
  .circle('ring')
  .body('bureau')
  .organization('union')
  .person('ada bo cy dee eve fay')
  .member('ada bo', 'c1')
  .member('cy', 'c2')
  .member('ada', 'ring')
  .member('dee bo', 'union')
  .member('c1', 'north')
  .member('fay', 'bureau')
  .guides('bureau', 'c1')
  .contact('bo', 'dee')
  .tie('bo', 'dee')
  .note('adas', { owner: 'ada' })
  .note('cells', { owner: 'c1' })
  .note('norths', { owner: 'north' })
  .note('bureaus', { owner: 'bureau' })
  .note('public', { owner: 'everyone', audience: 'everyone' })
  .tie('ada', 'bo', { owner: 'c1' })
  .person('gus', { owner: 'c1' })
  .member('eve', 'c1', { owner: 'north' })
  .note('fixture', { owner: 'c1', locked: true });

const commons = board('open')
  .cell('c1 c2')
  .person('ada bo', { owner: 'everyone' })
  .member('ada', 'c1')
  .note('memo')
  .note('fixture', { locked: true })
  .tie('ada', 'bo', { locked: true });

describe('change off a commons board', () => {
  it.each([
    // What V owns.
    ['a person may change what they own', 'ada', 'adas', 'yes'],
    ['a group may change what it owns', 'c1', 'cells', 'yes'],
    ['also a link it owns', 'c1', 'ada-tie-bo', 'yes'],
    ['a group may not change what its member owns', 'c1', 'adas', 'not-yours'],
    // What a group that V manages owns.
    ['a person may change what their group owns', 'bo', 'cells', 'yes'],
    ['a person may not change what the area of their group owns', 'ada', 'norths', 'not-yours'],
    ['nor may the group', 'c1', 'norths', 'not-yours'],
    ['a body may change what a group it guides owns', 'bureau', 'cells', 'yes'],
    ['who sits in the body may change what the body owns', 'fay', 'bureaus', 'yes'],
    ['but not what a group it guides owns', 'fay', 'cells', 'not-yours'],
    // V's own node, and the groups that V manages.
    ['a person may change themselves', 'eve', 'eve', 'yes'],
    ['a group may change itself', 'c1', 'c1', 'yes'],
    ['a person may change a group they belong to', 'ada', 'ring', 'yes'],
    ['but not the area of their group', 'ada', 'north', 'not-yours'],
    ['a group may not change an area it belongs to', 'c1', 'north', 'not-yours'],
    ['a body may change a group it guides', 'bureau', 'c1', 'yes'],
    ['a guided group may not change its guide', 'c1', 'bureau', 'not-yours'],
    ['nobody else may change an open group', 'ring', 'union', 'not-yours'],
    // Persons who are members of those.
    ['a group may change its members', 'c1', 'bo', 'yes'],
    ['a person may change a fellow member', 'ada', 'bo', 'yes'],
    ['a body may change a member of a group it guides', 'bureau', 'bo', 'yes'],
    ['an area may not change a group in it', 'north', 'c1', 'not-yours'],
    ['a person of no group of theirs is not theirs to change', 'ring', 'dee', 'not-yours'],
    ['a membership that is only drawn puts nobody in charge', 'c1', 'eve', 'not-yours'],
    // Not their links.
    ['nor is a member’s contact', 'c1', 'bo-knows-dee', 'not-yours'],
    ['nor a member’s membership elsewhere', 'c1', 'bo-in-union', 'not-yours'],
    ['nor a member’s tie', 'c1', 'bo-tie-dee', 'not-yours'],
    ['nor the caption of a membership in the group itself', 'c1', 'bo-in-c1', 'not-yours'],
    // Everyone, who manages nothing.
    ['everyone may change what everyone owns', 'everyone', 'public', 'yes'],
    ['and nothing else that is open', 'everyone', 'dee', 'not-yours'],
    ['a group may not change what everyone owns', 'c1', 'public', 'not-yours'],
    // Locks and roles.
    ['nobody changes what is locked', 'c1', 'fixture', 'locked'],
    ['a viewer changes nothing', 'viewer@c1', 'cells', 'viewer'],
    ['the facilitator changes everything', FACILITATOR, 'norths', 'yes'],
    ['also what is locked', FACILITATOR, 'fixture', 'yes'],
    ['a facilitator with other eyes has the rights of those', 'facilitator@c1', 'cells', 'yes'],
    ['and no more', 'facilitator@c1', 'norths', 'not-yours'],
    ['so that a lock holds', 'facilitator@c1', 'fixture', 'locked'],
    ['an editor with the facilitator’s eyes is none', 'editor@facilitator', 'norths', 'not-yours'],
    ['a viewer with them changes nothing', 'viewer@facilitator', 'cells', 'viewer'],
  ])('%s', (_fact, who, element, verdict) => {
    expect(said(mayChange(actor(territory, who), territory.get(element), 'label'))).toBe(verdict);
  });
});

describe('change on a commons board', () => {
  it.each([
    ['an editor may change what they see', 'c1', 'ada', 'yes'],
    ['also what is the facilitator’s', 'c1', 'memo', 'yes'],
    ['also another group', 'c1', 'c2', 'yes'],
    ['also a link', 'c2', 'ada-in-c1', 'yes'],
    ['everyone may', 'everyone', 'c1', 'yes'],
    ['not what is locked', 'everyone', 'fixture', 'locked'],
    ['nor a locked link', 'c1', 'ada-tie-bo', 'locked'],
    ['a viewer may not', 'viewer@everyone', 'memo', 'viewer'],
  ])('%s', (_fact, who, element, verdict) => {
    expect(said(mayChange(actor(commons, who), commons.get(element), 'label'))).toBe(verdict);
  });
});

describe('a member whose membership is not seen', () => {
  const blind = (options: { disclosure?: 'open'; audience?: string } = {}) => {
    const { disclosure, audience } = options;
    return board('fractions', { guidesSeeMembers: false })
      .body('bureau')
      .circle('ring', disclosure === undefined ? {} : { disclosure })
      .organization('union')
      .person('ada')
      .member('ada', 'union')
      .member('ada', 'ring', audience === undefined ? {} : { audience })
      .guides('bureau', 'ring');
  };

  it.each([
    ['is not the guide’s to change, lest access tell', blind(), 'not-yours'],
    ['nor where an audience withholds the membership', blind({ audience: 'ring' }), 'not-yours'],
    ['is, where an audience shows it', blind({ audience: 'bureau' }), 'yes'],
    ['is, where the group is open', blind({ disclosure: 'open' }), 'yes'],
  ])('%s', (_fact, on, verdict) => {
    expect(on.why('bureau', 'ada')).toMatch('open');
    expect(on.why('bureau', 'ada-in-ring') === 'hidden').toBe(verdict !== 'yes');
    expect(said(mayChange(actor(on, 'bureau'), on.get('ada'), 'label'))).toBe(verdict);
    expect(accessTo(actor(on, 'bureau'), on.get('ada'))).toBe(verdict === 'yes' ? 'edit' : 'read');
  });

  it('is not in the charge of an open group that only drew the membership', () => {
    const on = board('fractions')
      .circle('ring', { disclosure: 'open' })
      .organization('union')
      .person('dee')
      .member('dee', 'union')
      .member('dee', 'ring', { owner: 'ring' });
    expect(said(mayChange(actor(on, 'ring'), on.get('dee'), 'label'))).toBe('not-yours');
  });

  it('is not in the charge of a group whose member is only drawn', () => {
    const on = board('fractions')
      .body('bureau')
      .cell('c1')
      .guides('bureau', 'c1')
      .person('gus', { owner: 'bureau' })
      .member('gus', 'c1');
    expect(said(mayChange(actor(on, 'c1'), on.get('gus'), 'label'))).toBe('not-yours');
  });
});

describe('which fields', () => {
  const free = ['label', 'caption', 'notes', 'position', 'size', 'color'];
  const governing = ['disclosure', 'audience', 'owner', 'locked'];
  const fixed = ['kind', 'source', 'target', 'access', 'unconfirmed', 'id'];
  const who = {
    editor: 'c1',
    facilitator: FACILITATOR,
    lookingThrough: 'facilitator@c1',
    viewer: 'viewer@c1',
  };

  it('are all accounted for', () => {
    const fields = new Set<string>([...NODE_FIELDS, ...LINK_FIELDS, 'id']);
    expect([...free, ...governing, ...fixed].sort()).toEqual([...fields].sort());
  });

  it.each([
    ...free.map((field) => [field, { editor: 'yes', facilitator: 'yes', lookingThrough: 'yes' }] as const),
    ...governing.map(
      (field) =>
        [
          field,
          { editor: 'facilitator-only', facilitator: 'yes', lookingThrough: 'facilitator-only' },
        ] as const,
    ),
    ...fixed.map(
      (field) => [field, { editor: 'fixed', facilitator: 'fixed', lookingThrough: 'fixed' }] as const,
    ),
  ])('%s of one’s own group: %o', (field, verdicts) => {
    for (const [name, verdict] of Object.entries({ ...verdicts, viewer: 'viewer' })) {
      const by = actor(territory, who[name as keyof typeof who]);
      expect(said(mayChange(by, territory.get('c1'), field)), name).toBe(verdict);
    }
  });

  it.each(governing)('%s is nobody’s but the facilitator’s on a commons board too', (field) => {
    expect(mayChange(actor(commons, 'everyone'), commons.get('memo'), field)).toBe('facilitator-only');
  });

  it('a lock is not taken off by whoever it holds', () => {
    expect(mayChange(actor(territory, 'c1'), territory.get('fixture'), 'locked')).toBe('facilitator-only');
    expect(mayChange(actor(territory, FACILITATOR), territory.get('fixture'), 'locked')).toBeNull();
  });
});

describe('delete off a commons board', () => {
  it.each([
    ['a person may delete what they own', 'ada', 'adas', 'yes'],
    ['and what their group owns', 'ada', 'cells', 'yes'],
    ['a group may delete what it owns', 'c1', 'gus', 'yes'],
    ['a body may delete what a group it guides owns', 'bureau', 'cells', 'yes'],
    ['a group may not delete what its member owns', 'c1', 'adas', 'not-yours'],
    ['nor what its area owns', 'c1', 'norths', 'not-yours'],
    ['a group may delete a membership into itself', 'c1', 'bo-in-c1', 'yes'],
    ['so may a member of it', 'ada', 'bo-in-c1', 'yes'],
    ['and who guides it', 'bureau', 'bo-in-c1', 'yes'],
    ['also one that another has drawn', 'c1', 'eve-in-c1', 'yes'],
    ['a person may leave their group', 'ada', 'ada-in-ring', 'yes'],
    ['a group may not leave its area', 'c1', 'c1-in-north', 'not-yours'],
    ['an area may put a group out', 'north', 'c1-in-north', 'yes'],
    ['a member’s membership elsewhere stays', 'c1', 'bo-in-union', 'not-yours'],
    ['a member’s contact stays', 'c1', 'bo-knows-dee', 'not-yours'],
    ['a group may not delete its members', 'c1', 'bo', 'not-yours'],
    ['nor itself', 'c1', 'c1', 'not-yours'],
    ['a person may not delete themselves', 'ada', 'ada', 'not-yours'],
    ['a body may not delete whom it guides', 'bureau', 'c1', 'not-yours'],
    ['nor the guidance', 'bureau', 'bureau-guides-c1', 'not-yours'],
    ['nobody deletes what is locked', 'c1', 'fixture', 'locked'],
    ['a viewer deletes nothing', 'viewer@c1', 'cells', 'viewer'],
    ['the facilitator deletes everything', FACILITATOR, 'fixture', 'yes'],
    ['with other eyes, what those may', 'facilitator@c1', 'c1', 'not-yours'],
    ['everyone may delete what everyone owns', 'everyone', 'public', 'yes'],
    ['and nothing else', 'everyone', 'dee-in-union', 'not-yours'],
  ])('%s', (_fact, who, element, verdict) => {
    expect(said(mayDelete(actor(territory, who), territory.get(element)))).toBe(verdict);
  });

  it('a locked membership is not deleted, whoever manages the group', () => {
    const on = board('fractions').cell('c1').person('ada').member('ada', 'c1', { locked: true });
    expect(mayDelete(actor(on, 'c1'), on.get('ada-in-c1'))).toBe('locked');
  });
});

describe('delete on a commons board', () => {
  it.each([
    ['an editor may delete what they see', 'c1', 'memo', 'yes'],
    ['also another group', 'c1', 'c2', 'yes'],
    ['also themselves', 'ada', 'ada', 'yes'],
    ['not what is locked', 'c1', 'fixture', 'locked'],
    ['a viewer may not', 'viewer@c1', 'memo', 'viewer'],
  ])('%s', (_fact, who, element, verdict) => {
    expect(said(mayDelete(actor(commons, who), commons.get(element)))).toBe(verdict);
  });
});

describe('create a node', () => {
  it.each([
    ['an editor may', territory, 'c1', 'yes'],
    ['so may an editor who joined as everyone', territory, 'everyone', 'yes'],
    ['and on a commons board', commons, 'everyone', 'yes'],
    ['a viewer may not', territory, 'viewer@c1', 'viewer'],
    ['not on a commons board either', commons, 'viewer@everyone', 'viewer'],
    ['the facilitator may', territory, FACILITATOR, 'yes'],
    ['a facilitator with other eyes may', territory, 'facilitator@c1', 'yes'],
  ])('%s', (_fact, on, who, verdict) => {
    expect(said(mayCreateNode(actor(on, who)))).toBe(verdict);
    expect(said(mayEdit(actor(on, who)))).toBe(verdict);
  });
});

describe('create a link', () => {
  const strictCommons = board('open')
    .cell('c1', { disclosure: 'detached' })
    .person('ada bo')
    .organization('union');

  it.each([
    ['between two nodes that are seen', territory, 'c1', 'membership', 'dee', 'c1', 'yes'],
    ['also into a group one does not manage', territory, 'c1', 'membership', 'bo', 'union', 'yes'],
    ['not from what is hidden', territory, 'c1', 'tie', 'cy', 'c1', 'missing-end'],
    ['nor to what is hidden', territory, 'c1', 'tie', 'ada', 'c2', 'missing-end'],
    ['nor, just alike, to what does not exist', territory, 'c1', 'tie', 'ada', 'nothing', 'missing-end'],
    ['what is hidden is missing before it is unfit', territory, 'c1', 'contact', 'ada', 'c2', 'missing-end'],
    ['no contact of a group', territory, 'c1', 'contact', 'ada', 'c1', 'not-joinable'],
    ['no membership of oneself', territory, 'c1', 'membership', 'c1', 'c1', 'not-joinable'],
    ['no tie to oneself', territory, 'c1', 'tie', 'ada', 'ada', 'not-joinable'],
    ['none by a viewer', territory, 'viewer@c1', 'tie', 'ada', 'bo', 'viewer'],
    ['any by the facilitator', territory, FACILITATOR, 'membership', 'cy', 'c1', 'yes'],
    [
      'by a facilitator with other eyes between what those see',
      territory,
      'facilitator@c1',
      'tie',
      'ada',
      'cy',
      'missing-end',
    ],
    ['everyone draws a tie', territory, 'everyone', 'tie', 'dee', 'union', 'yes'],
    ['everyone draws a channel', territory, 'everyone', 'channel', 'union', 'dee', 'yes'],
    [
      'everyone draws no membership off a commons',
      territory,
      'everyone',
      'membership',
      'bo',
      'union',
      'facilitator-only',
    ],
    ['nor a contact', territory, 'everyone', 'contact', 'bo', 'dee', 'facilitator-only'],
    [
      'what is hidden is missing for everyone too',
      territory,
      'everyone',
      'membership',
      'cy',
      'union',
      'missing-end',
    ],
    [
      'everyone draws a membership on a commons board',
      strictCommons,
      'everyone',
      'membership',
      'ada',
      'union',
      'yes',
    ],
    ['but not into what is hidden', strictCommons, 'everyone', 'membership', 'ada', 'c1', 'missing-end'],
  ] as const)('%s', (_fact, on, who, kind, source, target, verdict) => {
    const ends = { kind: kind as LinkKind, source: nodeId(source), target: nodeId(target) };
    expect(said(mayCreateLink(actor(on, who), ends))).toBe(verdict);
  });

  it('everyone draws no guidance and no delegation off a commons board', () => {
    const on = board('fractions').organization('union guild').body('council', { disclosure: 'open' });
    const everyone = actor(on, 'everyone');
    const ends = { source: nodeId('union'), target: nodeId('council') };
    expect(mayCreateLink(everyone, { kind: 'guidance', ...ends })).toBe('facilitator-only');
    expect(mayCreateLink(everyone, { kind: 'delegation', ...ends })).toBe('facilitator-only');
  });
});

describe('what something new is made with', () => {
  it.each([
    ['an editor sets an ordinary field', territory, 'c1', 'label', 'Ada', 'yes'],
    ['no disclosure', territory, 'c1', 'disclosure', 'open', 'facilitator-only'],
    ['no audience', territory, 'c1', 'audience', ['everyone'], 'facilitator-only'],
    ['no lock', territory, 'c1', 'locked', true, 'facilitator-only'],
    ['that it is not locked may be said', territory, 'c1', 'locked', false, 'yes'],
    ['the maker may own it', territory, 'c1', 'owner', 'c1', 'yes'],
    ['or a group the maker belongs to', territory, 'ada', 'owner', 'c1', 'yes'],
    ['or the area of that', territory, 'ada', 'owner', 'north', 'yes'],
    ['not a group the maker guides', territory, 'bureau', 'owner', 'c1', 'facilitator-only'],
    ['not a group the maker does not belong to', territory, 'c1', 'owner', 'ring', 'facilitator-only'],
    ['not a member of the maker', territory, 'c1', 'owner', 'ada', 'facilitator-only'],
    ['not everyone, for then it would count', territory, 'c1', 'owner', 'everyone', 'facilitator-only'],
    ['not the facilitator', territory, 'c1', 'owner', 'facilitator', 'facilitator-only'],
    [
      'nor for a facilitator with other eyes',
      territory,
      'facilitator@c1',
      'owner',
      'facilitator',
      'facilitator-only',
    ],
    ['nonsense is no owner', territory, 'c1', 'owner', { c1: true }, 'facilitator-only'],
    [
      'on a commons board anybody may be asked for, and everyone it is',
      commons,
      'c1',
      'owner',
      'facilitator',
      'yes',
    ],
    ['but nothing may be disclosed', commons, 'c1', 'disclosure', 'detached', 'facilitator-only'],
    ['nor locked', commons, 'c1', 'locked', true, 'facilitator-only'],
    ['the facilitator sets everything', territory, FACILITATOR, 'audience', ['c1'], 'yes'],
  ] as const)('%s', (_fact, on, who, field, value, verdict) => {
    expect(said(mayMakeWith(actor(on, who), field, value))).toBe(verdict);
  });

  it.each([
    ['the maker', territory, 'c1', undefined, 'c1'],
    ['a group the maker belongs to and asked for', territory, 'ada', 'c1', 'c1'],
    ['the maker, where another was asked for', territory, 'c1', 'ring', 'c1'],
    ['the maker, where everyone was asked for', territory, 'c1', 'everyone', 'c1'],
    ['everyone, where everyone made it', territory, 'everyone', undefined, 'everyone'],
    ['everyone, on a commons board', commons, 'c1', undefined, 'everyone'],
    ['everyone, whoever was asked for there', commons, 'c1', 'facilitator', 'everyone'],
    ['the facilitator', territory, FACILITATOR, undefined, 'facilitator'],
    ['whom the facilitator asked for', territory, FACILITATOR, 'c2', 'c2'],
    ['the facilitator on a commons board too', commons, FACILITATOR, undefined, 'facilitator'],
    ['those whose eyes a facilitator made it with', territory, 'facilitator@c1', undefined, 'c1'],
  ] as const)('belongs to %s', (_fact, on, who, asked, owner) => {
    const asking = asked === undefined ? undefined : viewpoint(asked);
    expect(ownerFor(actor(on, who), asking)).toBe(owner);
  });
});

describe('the access that is projected', () => {
  it.each([
    ['edit, where it may be changed', territory, 'c1', 'c1', 'edit'],
    ['edit, where it may only be deleted', territory, 'c1', 'bo-in-c1', 'edit'],
    ['read, where neither', territory, 'c1', 'north', 'read'],
    ['read, where it is locked', territory, 'c1', 'fixture', 'read'],
    ['edit, for the facilitator', territory, 'facilitator', 'fixture', 'edit'],
    ['edit, on a commons board', commons, 'c1', 'c2', 'edit'],
    ['read, where it is locked there', commons, 'c1', 'fixture', 'read'],
    ['read, for everyone off a commons', territory, 'everyone', 'union', 'read'],
    ['edit, for everyone where it is everyone’s', territory, 'everyone', 'public', 'edit'],
  ])('is %s', (_fact, on, who, element, access) => {
    for (const role of ROLES) {
      const { role: _role, ...eyes } = actor(on, `${role}@${who}`);
      expect(accessTo(eyes, on.get(element)), role).toBe(access);
    }
  });
});
