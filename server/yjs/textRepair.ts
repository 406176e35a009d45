/**
 * Texts that cannot be read alike everywhere. A character names its neighbours; Yjs takes its word for it. One
 * that names as its right neighbour what lies to its left, or in another text, comes to lie elsewhere in each
 * doc that takes things in in another order, for good. No page writes such a thing, and only after integration
 * can it be told; so a text that holds one is put anew, as it reads here.
 */
import * as Y from 'yjs';

/** An item in a text that names both its neighbours: its own last character lies between the two. */
export type Claim = readonly [left: Y.ID, last: Y.ID, right: Y.ID];

/** So few claims about one text are looked at one by one; for more, the text is numbered first. */
const SHORT_TEXT = 8;

/** Replaces the texts in which a claim turned out false. The update with the claims has been applied. */
export function repairTexts(doc: Y.Doc, claims: readonly Claim[]): void {
  for (const [text, made] of byText(doc, claims)) {
    const isSound = made.length > SHORT_TEXT ? numbered(text) : isInOrder;
    if (made.every((claim) => isSound(claim, doc))) continue;
    const holder = text._item;
    if (holder === null || holder.deleted || holder.parentSub === null) continue;
    if (holder.parent instanceof Y.Map) holder.parent.set(holder.parentSub, new Y.Text(text.toString()));
  }
}

function byText(doc: Y.Doc, claims: readonly Claim[]): Map<Y.Text, Claim[]> {
  const found = new Map<Y.Text, Claim[]>();
  for (const claim of claims) {
    const item: unknown = Y.getItem(doc.store, claim[1]);
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.Text)) continue;
    const made = found.get(item.parent);
    if (made === undefined) found.set(item.parent, [claim]);
    else made.push(claim);
  }
  return found;
}

/** Honest neighbours are near: only what others wrote there at the same time lies in between. */
function isInOrder([left, ...rest]: Claim, doc: Y.Doc): boolean {
  let item: Y.Item | null = Y.getItem(doc.store, left);
  let before = left;
  for (const id of rest) {
    if (item !== null && covers(item, id) && id.clock <= before.clock) return false;
    while (item instanceof Y.Item && !covers(item, id)) item = item.right;
    if (!(item instanceof Y.Item)) return false;
    before = id;
  }
  return true;
}

/** The same for many claims about one text, with one walk over it. */
function numbered(text: Y.Text): typeof isInOrder {
  const places = new Map<Y.Item, number>();
  for (let item = text._start; item !== null; item = item.right) places.set(item, places.size);
  return (claim, doc) => {
    let [place, clock] = [-1, 0];
    for (const id of claim) {
      const next = places.get(Y.getItem(doc.store, id)) ?? -1;
      if (next < place || next < 0 || (next === place && id.clock <= clock)) return false;
      [place, clock] = [next, id.clock];
    }
    return true;
  };
}

function covers({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length;
}
