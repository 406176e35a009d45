/**
 * Why an element is visible: one code for each rule, in the order in which they are listed.
 */

export const REASONS = [
  /** The facilitator sees everything. */
  'facilitator',
  'open',
  'own',
  'guidance',
  'delegation',
  'elsewhere',
  'contact',
  'free',
  'between',
  'owned',
  'audience',
] as const;
export type Reason = (typeof REASONS)[number];

/** The reasons of a set in their fixed order, so that equal sets give equal lists. */
export function inOrder(reasons: ReadonlySet<Reason>): Reason[] {
  return REASONS.filter((reason) => reasons.has(reason));
}
