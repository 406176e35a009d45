/** What the settings of a board say, in English. Loaded with them, not with the page. */

import type { Disclosure } from '../../../shared/model/kinds.ts';
import type { PolicyName } from '../../../shared/policies/policies.ts';
import { numbers, plural } from '../../../shared/text/plural.ts';
import type { CatalogueShape } from '../../ui/translations.ts';

const n = numbers('en');
const many = plural('en');

const policies: Readonly<Record<PolicyName, { readonly name: string; readonly learns: string }>> = {
  open: {
    name: 'Open',
    learns: 'Everyone on the board learns of every group and who belongs to it.',
  },
  detached: {
    name: 'Detached cells',
    learns:
      'Of a cell learn only its own members and whoever guides it: nobody in its circles, and no other cell. Circles and bodies are known to their members and to personal contacts of these.',
  },
  territorial: {
    name: 'Territorial',
    learns:
      'Of a cell, a circle, an area or a body learn those who belong to it, those who guide it, and whoever knows a member personally. Organizations are known to all.',
  },
  fractions: {
    name: 'Fractions',
    learns:
      'Everyone learns who belongs to an organization. Of the fraction inside it, a cell, learn only its own members and the body that guides it.',
  },
};

const learners: Readonly<Record<Disclosure, string>> = {
  open: 'everyone',
  internal: 'its members, who guides it, their contacts',
  detached: 'only itself and who guides it',
};

export const en = {
  title: 'Board settings',
  hint: 'Who learns what on this board. Only facilitators see and change this.',
  policy: 'Disclosure policy',
  policies,
  defaults: 'What groups disclose under this policy',
  kind: 'Group',
  disclosure: 'Disclosure',
  learns: 'Who learns who belongs to it',
  learners,
  switches: 'Switches',
  guidesSeeMembers: 'Guides see members',
  guidesSeeMembersHint:
    'Whoever guides a group also learns who belongs to it. Off: they learn that it is there, not who is in it.',
  commons: 'Commons',
  commonsHint:
    'What participants add belongs to everyone, contacts are public, and every editor may change what they see. Off: what a participant adds stays with them and those who guide them until a facilitator confirms it.',
  overrides: 'Groups with a disclosure of their own',
  noOverrides: 'None: all groups follow the policy.',
  differs: (name: string, byPolicy: string) => `${name}; by the policy it would be ${byPolicy}`,
  same: (name: string) => `${name}, as the policy has it`,
  follow: 'Follow the policy',
  followLabel: (group: string) => `Let ${group} follow the policy`,
  show: (group: string) => `Show ${group} on the board`,
  apply: 'Apply',
  applied: 'The policy was changed.',
  unchanged: 'Nothing was changed.',
  template: {
    title: 'Save as a template',
    hint: 'A copy of what is on the board now, to start other boards from.',
    who: 'Everybody who opens the start page of this server sees the template and can start a board from it.',
    name: 'Name of the template',
    nameFirst: 'Give it a name first.',
    people: 'People',
    withoutNames: 'Without names',
    withoutNamesHint:
      'People become Person 1, 2, 3. Notes go, and so does every text in which one of their names occurs. Groups keep their names: read them before you save.',
    withNames: 'With names and notes',
    withNamesHint: 'Everything as it is on the board.',
    unconfirmed: (count: number) =>
      many(count, {
        one: '# drawing that nobody confirmed stays out.',
        other: '# drawings that nobody confirmed stay out.',
      }),
    save: 'Save template',
    saved: (title: string) => `Saved: ${title}.`,
    own: 'Saved from this board',
    made: (date: string, nodes: number) => `${date}, ${n(nodes)} nodes`,
    delete: (title: string) => `Delete ${title}`,
    deleted: (title: string) => `Deleted: ${title}.`,
    failures: {
      refused: 'You may no longer do this. Reload the page.',
      'not-found': 'This template is no longer there.',
      unreachable: 'The server does not answer. Try again.',
      invalid: 'This cannot be saved: the board is empty, or there are as many templates as there may be.',
    },
  },
  ahead: 'What this would change',
};

export type SettingsMessages = CatalogueShape<typeof en>;
