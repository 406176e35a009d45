/** What checks are called, everywhere: in templates, settings and findings. */

/** By model, in the order in which a panel lists them. */
export const CHECK_CODES = [
  'horizontal',
  'intermediary',
  'unrooted',
  'isolated-circle',
  'double-cell',
  'bridge',
  'overknowing',

  'bureau-size',
  'small-factory',
  'factory-majority',
  'double-vote',
  'unplaced',
  'delegates',
  'unconfirmed',

  'fraction-outside',
  'unguided',
  'isolated-fraction',
  'no-fraction',
  'level',
  'collective',

  'no-spokesperson',
  'no-editor',
  'no-audience',
  'one-person',
  'detached-branch',
  'overloaded',

  'reach',
  'overstretched',
  'dead-end',
  'thin-bridge',
  'no-study-group',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];
