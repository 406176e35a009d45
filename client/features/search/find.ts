/** Search in a view: matches in labels first, then in the other texts in the order of the table of fields. Pure. */

import { FIELD_LISTS, valueIn } from '../../../shared/model/fieldLists.ts';
import type { ElementRoot } from '../../../shared/model/fields.ts';
import { fold, wordsOf } from '../../../shared/text/foldText.ts';
import type { LinkSnapshot, NodeSnapshot } from '../../sync/snapshot.ts';

export interface Hit {
  readonly id: string;
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
    const hit = match(words, { root: 'nodes', element: node });
    if (hit !== null) ranked.push({ id: node.id, label: node.label, ...hit });
  }
  for (const link of links) {
    const hit = match(words, { root: 'links', element: link });
    if (hit !== null) ranked.push({ id: link.id, label: link.label, ...hit });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1));
  return ranked.map(({ id, excerpt }) => ({ id, excerpt }));
}

/** Texts beside the label. */
const textFields = (root: ElementRoot) =>
  FIELD_LISTS[root].filter(({ name, type }) => type.tag === 'text' && name !== 'label');
const OTHER_TEXTS = { nodes: textFields('nodes'), links: textFields('links') };

function match(
  words: readonly string[],
  { root, element }: { root: ElementRoot; element: NodeSnapshot | LinkSnapshot },
): Pick<Ranked, 'rank' | 'excerpt'> | null {
  const label = fold(element.label);
  if (words.every((word) => label.includes(word))) {
    return { rank: label.startsWith(words[0] ?? '') ? 0 : 1, excerpt: '' };
  }
  for (const [index, field] of OTHER_TEXTS[root].entries()) {
    const text = valueIn(element, field);
    if (typeof text !== 'string' || text === '') continue;
    const folded = fold(text);
    if (words.every((word) => folded.includes(word))) {
      return { rank: 2 + index, excerpt: excerptOf(text, words[0] ?? '') };
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
