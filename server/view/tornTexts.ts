/**
 * Texts that cannot be read alike everywhere. A character names its neighbours; Yjs takes its word for it. One
 * that names as its right neighbour what lies to its left, or in another text, comes to lie elsewhere in each
 * doc that takes things in in another order, for good. No page writes such a thing, and only after integration
 * can it be told; so a text that holds one is put anew, as it reads here.
 */
import * as Y from 'yjs';

/** An item in a text that names both its neighbours: its own last character lies between the two. */
export type Claim = readonly [left: Y.ID, last: Y.ID, right: Y.ID];

/** Replaces the texts in which a claim turned out false. The update with the claims has been applied. */
export function mendTexts(doc: Y.Doc, claims: readonly Claim[]): void {
  const torn = new Set<unknown>();
  for (const claim of claims) {
    const item: unknown = Y.getItem(doc.store, claim[1]);
    if (!(item instanceof Y.Item) || torn.has(item.parent)) continue;
    if (!isInOrder(claim, doc)) torn.add(item.parent);
  }
  for (const text of torn) {
    const holder = text instanceof Y.Text ? text._item : null;
    if (!(text instanceof Y.Text) || holder === null || holder.deleted || holder.parentSub === null) continue;
    if (holder.parent instanceof Y.Map) holder.parent.set(holder.parentSub, new Y.Text(text.toString()));
  }
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

function covers({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length;
}
