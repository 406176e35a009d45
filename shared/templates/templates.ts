/**
 * The templates by id. Each is built when it is asked for and is the same every time.
 */

import { campaignHub } from './campaignHub.ts';
import { circlesAndCells } from './circlesAndCells.ts';
import { fractions } from './fractions.ts';
import { readersNetwork } from './readersNetwork.ts';
import type { Template } from './template.ts';
import { territorial } from './territorial.ts';

export { instantiate } from './instantiate.ts';
export { TEMPLATE_IDS, type Template, type TemplateId } from './template.ts';

const BUILDERS: Readonly<Partial<Record<string, () => Template>>> = {
  'circles-and-cells': circlesAndCells,
  territorial,
  fractions,
  'campaign-hub': campaignHub,
  'readers-network': readersNetwork,
};

/** The template of that id, or null where there is none. */
export function template(id: string): Template | null {
  return Object.hasOwn(BUILDERS, id) ? (BUILDERS[id]?.() ?? null) : null;
}
