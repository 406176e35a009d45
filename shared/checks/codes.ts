/** What checks are called, everywhere: in templates, settings and findings. */
import { TEMPLATE_IDS, type TemplateId } from '../templates/template.ts';

/** The checks of each model, in the order in which a panel lists them. */
const CODES = {
  'circles-and-cells': [
    'horizontal',
    'intermediary',
    'unrooted',
    'isolated-circle',
    'double-cell',
    'bridge',
    'overknowing',
  ],
  territorial: [
    'bureau-size',
    'small-factory',
    'factory-majority',
    'double-vote',
    'unplaced',
    'delegates',
    'unconfirmed',
  ],
  fractions: ['fraction-outside', 'unguided', 'isolated-fraction', 'no-fraction', 'level', 'collective'],
  'campaign-hub': [
    'no-spokesperson',
    'no-editor',
    'no-audience',
    'one-person',
    'detached-branch',
    'overloaded',
  ],
  'readers-network': ['reach', 'overstretched', 'dead-end', 'thin-bridge', 'no-study-group'],
} as const satisfies Readonly<Record<TemplateId, readonly string[]>>;
export type CheckCode = (typeof CODES)[TemplateId][number];

/** Of all models. */
export const CHECK_CODES: readonly CheckCode[] = TEMPLATE_IDS.flatMap(
  (model): readonly CheckCode[] => CODES[model],
);

/** The checks of a model, in the order of the codes. */
export function checksOf(model: TemplateId): CheckCode[] {
  return [...CODES[model]];
}

export function isCheckCode(code: unknown): code is CheckCode {
  return CHECK_CODES.some((known) => known === code);
}

/** The model whose rule a check is. */
export function modelOfCheck(code: CheckCode): TemplateId {
  const model = TEMPLATE_IDS.find((id) => checksOf(id).includes(code));
  if (model === undefined) throw new RangeError(`There is no check ${code}.`);
  return model;
}
