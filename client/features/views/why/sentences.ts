/** Reasons, steps and conditions as sentences. Pure. */
import type { TrailStep } from '../../../../shared/explain/trail.ts';
import type { Condition, Obstacle } from '../../../../shared/explain/whyNot.ts';
import type { Disclosure } from '../../../../shared/model/kinds.ts';
import type { ViewsMessages } from '../messages.en.ts';

export interface Speech {
  readonly words: ViewsMessages['why'];
  readonly nameOf: (id: string) => string;
  readonly disclosures: Readonly<Record<Disclosure, string>>;
  /** Between names. */
  readonly comma: string;
}

/** How a step comes about; `before` is the name of the one it comes from. */
export function stepSentence(
  how: TrailStep['how'],
  { words, before }: { words: Speech['words']; before: string },
): string {
  const says = words.steps[how];
  return typeof says === 'string' ? says : says(before);
}

export function blockSentence(block: Obstacle, { words, nameOf }: Speech): string {
  switch (block.code) {
    case 'withheld':
    case 'nothing-leads':
      return words.blocks[block.code];
    case 'unconfirmed':
      return words.blocks.unconfirmed(nameOf(block.owner));
    case 'detached':
    case 'internal':
      return words.blocks[block.code](nameOf(block.group));
    case 'end':
      return words.blocks.end(nameOf(block.node));
  }
}

export function conditionSentence(
  { code, names, disclosure }: Condition,
  { words, nameOf, disclosures, comma, whose }: Speech & { readonly whose: string },
): string {
  const [one = '', other = ''] = names.map(nameOf);
  switch (code) {
    case 'listed':
      return words.conditions.listed(names.map(nameOf).join(comma), whose);
    case 'rules-decide':
    case 'confirmed':
      return words.conditions[code](one);
    case 'disclosure':
      return words.conditions.disclosure(one, disclosures[disclosure ?? 'open']);
    case 'guides-see-members':
      return words.conditions['guides-see-members'];
    default:
      return words.conditions[code](one, other);
  }
}
