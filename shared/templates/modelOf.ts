/**
 * Which model a view follows, told by the captions in it alone: the one that has words for most of them. A word
 * that several models have counts for each of these by its share. Boards are not marked with the template they
 * came from, so that a board that was imported, copied or drawn by hand is recognized as well, and nobody is
 * told more than they see.
 */
import type { LinkKind, NodeKind } from '../model/kinds.ts';
import type { PolicyName } from '../policies/policies.ts';
import { plainCaption } from './plainCaption.ts';
import { TEMPLATE_IDS, type TemplateId } from './template.ts';
import { VOCABULARIES } from './vocabularies.ts';

export interface Captioned {
  readonly kind: NodeKind | LinkKind;
  readonly caption?: string;
}

/** Where no caption says anything, the policy may. */
const BY_POLICY: Readonly<Record<PolicyName, TemplateId | null>> = {
  open: null,
  detached: 'circles-and-cells',
  territorial: 'territorial',
  fractions: 'fractions',
};

/** Null where nothing speaks for any model. `policy` is null for those who are not told it. */
export function modelOf(elements: Iterable<Captioned>, policy: PolicyName | null): TemplateId | null {
  const byPolicy = policy === null ? null : BY_POLICY[policy];
  const scores = new Map<TemplateId, number>();
  const words = allWords();
  for (const [key, count] of counted(elements)) {
    for (const [model, share] of sharesOf(key, words))
      scores.set(model, (scores.get(model) ?? 0) + count * share);
  }
  let best = byPolicy;
  for (const model of TEMPLATE_IDS) {
    if ((scores.get(model) ?? 0) > (best === null ? 0 : (scores.get(best) ?? 0))) best = model;
  }
  return best;
}

type CaptionKey = `${NodeKind | LinkKind} ${string}`;

function counted(elements: Iterable<Captioned>): Map<CaptionKey, number> {
  const counts = new Map<CaptionKey, number>();
  for (const { kind, caption = '' } of elements) {
    if (caption === '') continue;
    const key: CaptionKey = `${kind} ${caption}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

interface ModelWord {
  readonly model: TemplateId;
  readonly kind: NodeKind | LinkKind;
  readonly plain: string;
}

function allWords(): ModelWord[] {
  return TEMPLATE_IDS.flatMap((model) =>
    VOCABULARIES[model].flatMap(({ kind, en, fa }) =>
      [en, fa].map((word) => ({ model, kind, plain: plainCaption(word) })),
    ),
  );
}

/** By how much a caption of a kind speaks for each model; together 1, or nothing. */
function sharesOf(key: CaptionKey, words: readonly ModelWord[]): (readonly [TemplateId, number])[] {
  const kind = key.slice(0, key.indexOf(' '));
  const said = ` ${plainCaption(key.slice(kind.length))} `;
  const fitting = words.filter((word) => word.kind === kind && said.includes(` ${word.plain} `));
  // "District bureau" is a bureau to whoever knows no districts, but speaks for the model that does.
  const longest = Math.max(0, ...fitting.map(({ plain }) => plain.length));
  const models = new Set(fitting.filter(({ plain }) => plain.length === longest).map(({ model }) => model));
  return [...models].map((model) => [model, 1 / models.size]);
}
