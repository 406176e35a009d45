/**
 * Repairs texts that would read differently in different docs. An item in a text states its neighbours, and Yjs does
 * not check them. One that states as its right neighbour what stands left of it, or in another text, ends up elsewhere
 * in each doc that integrates in another order, for good. No page writes such an item, and it can be told only after
 * integration; so a text that holds one is replaced by a new one that reads as it reads here.
 */
import * as Y from 'yjs';
import { covers } from './structs.ts';

/** What an item states: its own last character stands between the two neighbours. */
export type Claim = readonly [left: Y.ID, last: Y.ID, right: Y.ID];

/** Up to so many claims about one text are checked one by one; for more, the text is numbered first. */
const MAX_SINGLE_CLAIMS = 8;

/** Replaces the texts about which a claim is false. To be called once the update with the claims is applied. */
export function repairTexts(doc: Y.Doc, claims: readonly Claim[]): void {
  for (const [text, ofText] of byText(doc, claims)) {
    const isSound = ofText.length > MAX_SINGLE_CLAIMS ? numbered(text) : isInOrder;
    if (ofText.every((claim) => isSound(claim, doc))) continue;
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
    const ofText = found.get(item.parent);
    if (ofText === undefined) found.set(item.parent, [claim]);
    else ofText.push(claim);
  }
  return found;
}

/** True neighbours are near: only what others wrote there at the same time stands between them. */
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
  const positions = new Map<Y.Item, number>();
  for (let item = text._start; item !== null; item = item.right) positions.set(item, positions.size);
  return (claim, doc) => {
    let [position, clock] = [-1, 0];
    for (const id of claim) {
      const next = positions.get(Y.getItem(doc.store, id)) ?? -1;
      if (next < position || next < 0 || (next === position && id.clock <= clock)) return false;
      [position, clock] = [next, id.clock];
    }
    return true;
  };
}
