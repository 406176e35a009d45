/** What of a view a query finds: labels first, then captions, then notes. Pure. */

import { fold, wordsOf } from '../../../shared/text/foldText.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';

type FoundIn = 'label' | 'caption' | 'notes';

export interface Hit {
  readonly id: string;
  readonly foundIn: FoundIn;
  /** The words around what was found; empty where that is the label. */
  readonly excerpt: string;
}

export interface Searched {
  readonly nodes: Iterable<NodeSnapshot>;
  readonly links: Iterable<LinkSnapshot>;
}

interface Ranked extends Hit {
  readonly rank: number;
  readonly label: string;
}

/** All words must be in one field. Best first: labels that begin so, labels, captions, notes. */
export function findElements({ nodes, links }: Searched, query: string): Hit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const ranked: Ranked[] = [];
  for (const node of nodes) {
    const hit = match(words, { label: node.label, caption: node.caption, notes: node.notes });
    if (hit !== null) ranked.push({ id: node.id, label: node.label, ...hit });
  }
  for (const link of links) {
    const hit = match(words, { label: link.label, caption: link.caption, notes: '' });
    if (hit !== null) ranked.push({ id: link.id, label: link.label, ...hit });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1));
  return ranked.map(({ id, foundIn, excerpt }) => ({ id, foundIn, excerpt }));
}

function match(
  words: readonly string[],
  fields: Readonly<Record<FoundIn, string>>,
): Pick<Ranked, 'rank' | 'foundIn' | 'excerpt'> | null {
  const label = fold(fields.label);
  if (words.every((word) => label.includes(word))) {
    return { rank: label.startsWith(words[0] ?? '') ? 0 : 1, foundIn: 'label', excerpt: '' };
  }
  for (const [index, foundIn] of (['caption', 'notes'] as const).entries()) {
    const text = fields[foundIn];
    if (text === '') continue;
    const folded = fold(text);
    if (words.every((word) => folded.includes(word))) {
      return { rank: 2 + index, foundIn, excerpt: excerptOf(text, words[0] ?? '') };
    }
  }
  return null;
}

const AROUND = 4;
const EXCERPT_WORDS = 12;

/** Some words of a text around the first that holds what is looked for. */
function excerptOf(text: string, word: string): string {
  const parts = text.trim().split(/\s+/u);
  const at = Math.max(
    0,
    parts.findIndex((part) => fold(part).includes(word)),
  );
  const from = Math.max(0, at - AROUND);
  const shown = parts.slice(from, from + EXCERPT_WORDS).join(' ');
  return `${from > 0 ? '… ' : ''}${shown}${from + EXCERPT_WORDS < parts.length ? ' …' : ''}`;
}
