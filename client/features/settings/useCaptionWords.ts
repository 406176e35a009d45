/** The captions offered for a kind of element: the model's words, then what this view calls others of the kind. */
import { useMemo } from 'react';
import { LINK_KINDS, type LinkKind, type NodeKind } from '../../../shared/model/kinds.ts';
import { captionWords } from '../../../shared/templates/captionWords.ts';
import { modelOf } from '../../../shared/templates/modelOf.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { BoardStore } from '../../sync/store.ts';
import { usePreferences } from '../../ui/locale.ts';

/** Of what the view calls others; the most frequent ones. */
const MAX_OWN = 6;

export function useCaptionWords(kind: NodeKind | LinkKind): readonly string[] {
  const { store } = useWorkspace();
  const { locale } = usePreferences();
  return useMemo(() => {
    const elements = [...store.nodes.values(), ...store.links.values()];
    const model = modelOf(elements, store.policy?.name ?? null);
    const words = captionWords({ kind, model, language: locale });
    return [
      ...words,
      ...inUse(store, kind)
        .filter((word) => !words.includes(word))
        .slice(0, MAX_OWN),
    ];
  }, [store, kind, locale]);
}

/** What others of the kind are called more than once, the most frequent first. */
function inUse({ nodes, links }: BoardStore, kind: NodeKind | LinkKind): string[] {
  const counts = new Map<string, number>();
  const elements = LINK_KINDS.some((link) => link === kind) ? links.values() : nodes.values();
  for (const element of elements) {
    if (element.kind !== kind || element.caption === '') continue;
    counts.set(element.caption, (counts.get(element.caption) ?? 0) + 1);
  }
  const repeated = [...counts].filter(([, count]) => count > 1);
  return repeated.sort(([, a], [, b]) => b - a).map(([caption]) => caption);
}
