/** What the page says of settings, checks and templates before these are opened, in English. */
import { plural } from '../../../shared/text/plural.ts';

const many = plural('en');
export const en = {
  models: {
    settings: 'Board settings',
    saveTemplate: 'Save as a template',
    checks: 'Checks',
    calledAs: 'What it is',
    checksCount: (count: number) =>
      many(count, { '=0': 'Checks, nothing to review', other: 'Checks, # to review' }),
  },
};
