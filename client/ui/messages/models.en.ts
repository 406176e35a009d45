/** What the page says of settings, checks and templates before these are opened, in English. */
export const modelsEn = {
  models: {
    settings: 'Board settings',
    saveTemplate: 'Save as a template',
    checks: 'Checks',
    calledAs: 'What it is',
    checksCount: (count: number) =>
      count === 0 ? 'Checks, nothing to review' : `Checks, ${count} to review`,
  },
};
