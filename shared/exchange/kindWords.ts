/**
 * Dictionary from words of other programs, English and Persian, to a board's kinds. A guess, which can be changed in
 * the preview; what is not known becomes the most harmless kind. Pure.
 */
import { LINK_KINDS, type LinkKind, NODE_KINDS, type NodeKind } from '../model/kinds.ts';
import { folded } from './words.ts';

const NODE_WORDS: Readonly<Record<NodeKind, string>> = {
  person:
    'person people persons human individual actor member user contact character employee worker friend author student شخص فرد افراد کارگر عضو',
  circle: 'circle team group community club network class crew محفل گروه حلقه تیم',
  cell: 'cell fraction unit squad سلول هسته حوزه فراکسیون',
  area: 'area region place location city country district town zone neighbourhood neighborhood منطقه ناحیه شهر محله',
  organization:
    'organization organisation org company institution foundation business agency party union association department school university hospital group organization سازمان نهاد شرکت موسسه اتحادیه حزب انجمن',
  body: 'body board committee council bureau leadership office executive secretariat commission هیئت هیات کمیته شورا دفتر مرکزیت رهبری',
  note: 'note text comment card file link event idea یادداشت متن',
};

const LINK_WORDS: Readonly<Record<LinkKind, string>> = {
  membership: 'membership|member|member of|belongs to|in|part of|works at|عضویت|عضو',
  contact: 'contact|knows|friend|friendship|acquaintance|personal|آشنایی|تماس|دوستی',
  guidance: 'guidance|guides|leads|directs|manages|supervises|instructs|هدایت|رهبری',
  delegation: 'delegation|delegates|elects|delegate|نمایندگی|انتخاب',
  channel: 'channel|publishes|informs|broadcasts|reaches|کانال|رسانه',
  tie: 'tie|link|edge|connection|relation|related|پیوند',
};

const NODES = table(NODE_KINDS, (kind) => [kind, ...NODE_WORDS[kind].split(' ')]);
const LINKS = table(LINK_KINDS, (kind) => [kind, ...LINK_WORDS[kind].split('|')]);

function table<Kind extends string>(
  kinds: readonly Kind[],
  wordsOf: (kind: Kind) => string[],
): ReadonlyMap<string, Kind> {
  const words = new Map<string, Kind>();
  for (const kind of kinds)
    for (const word of wordsOf(kind)) if (!words.has(folded(word))) words.set(folded(word), kind);
  return words;
}

/** The kind of exactly that name. */
export function nodeKindNamed(type: string): NodeKind | null {
  const word = folded(type);
  return NODE_KINDS.find((kind) => kind === word) ?? null;
}

export function linkKindNamed(type: string): LinkKind | null {
  const word = folded(type);
  return LINK_KINDS.find((kind) => kind === word) ?? null;
}

/** By the whole word, else by one of its words, else a person. */
export function likelyNodeKind(type: string): NodeKind {
  const word = folded(type);
  const whole = NODES.get(word) ?? NODES.get(word.replace(/s$/, ''));
  if (whole !== undefined) return whole;
  for (const part of word.split(/[^\p{L}\p{N}]+/u).reverse()) {
    const kind = NODES.get(part);
    if (kind !== undefined) return kind;
  }
  return 'person';
}

/** A tie says nothing but that there is something, and no rule of visibility walks along it. */
export function likelyLinkKind(type: string): LinkKind {
  return LINKS.get(folded(type)) ?? 'tie';
}

/** Words that files use for want of a better one: no caption is made of them. */
const EMPTY_WORDS = new Set(['text', 'file', 'link', 'group', 'node', 'edge', 'default', 'none', 'null']);

export function saysNothing(type: string): boolean {
  return EMPTY_WORDS.has(folded(type));
}
