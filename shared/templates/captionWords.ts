/** Which captions to offer for an element: words of the model that the view follows, in the reader's language. */
import type { LinkKind, NodeKind } from '../model/kinds.ts';
import type { TemplateId } from './template.ts';
import { COMMON, VOCABULARIES } from './vocabularies.ts';
import type { Language } from './withoutNames.ts';

export interface WordsWanted {
  readonly kind: NodeKind | LinkKind;
  /** Null for a view that follows none. */
  readonly model: TemplateId | null;
  readonly language: Language;
}

/** Words that suit any board where the model has none for this kind. In the order of the vocabulary. */
export function captionWords({ kind, model, language }: WordsWanted): string[] {
  const of = (terms: typeof COMMON) =>
    terms.filter((term) => term.kind === kind).map((term) => term[language]);
  const own = model === null ? [] : of(VOCABULARIES[model]);
  return own.length > 0 ? own : of(COMMON);
}
