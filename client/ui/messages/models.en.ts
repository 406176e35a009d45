/** What the page says of settings, checks and templates before these are opened, in English. */
export const modelsEn = {
  models: {
    settings: 'Board settings',
  },
};
