/**
 * The templates by id. Each is built when it is asked for and is the same every time.
 */
import { campaignHub } from './campaignHub.ts';
import { circlesAndCells } from './circlesAndCells.ts';
import { fractions } from './fractions.ts';
import { readersNetwork } from './readersNetwork.ts';
import type { Template, TemplateId } from './template.ts';
import { territorial } from './territorial.ts';

const BUILDERS: Readonly<Record<TemplateId, () => Template>> = {
  'circles-and-cells': circlesAndCells,
  territorial,
  fractions,
  'campaign-hub': campaignHub,
  'readers-network': readersNetwork,
};

function isTemplateId(id: string): id is TemplateId {
  return Object.hasOwn(BUILDERS, id);
}

/** The template of that id, or null where there is none. */
export function template(id: string): Template | null {
  return isTemplateId(id) ? BUILDERS[id]() : null;
}
