/**
 * Whose each Yjs client id is, in one view. Yjs knows no authorship: whoever writes under another's client id
 * takes the clocks of that id, and the owner's next edits vanish. So an id belongs to the session that first
 * used it. A session that joined through the same invite takes it over only while the owner is away: that is
 * the same person again, with a doc kept from before.
 */

export interface ClientIdOwner {
  readonly session: string;
  readonly invite: string;
}

/** Client ids of one session in one view: a page takes one each time it is loaded and written in. */
const MAX_IDS = 1_000;

/** How an author is kept: the invite, then the session. */
type Mark = `${string} ${string}`;

const marks = new WeakMap<ClientIdOwner, Mark>();

/** Put together once for each place taken: a string made anew is hashed anew wherever it is looked up. */
function markOf(author: ClientIdOwner): Mark {
  let mark = marks.get(author);
  if (mark === undefined) {
    mark = `${author.invite} ${author.session}`;
    marks.set(author, mark);
  }
  return mark;
}

const inviteOf = (mark: string) => mark.split(' ', 1)[0];

export class ClientIdOwners {
  readonly #writers: Map<number, string>;
  /** How many client ids each author has written under. */
  readonly #ids = new Map<string, number>();
  /** Ids used for presence alone so far: not kept. */
  readonly #speakers = new Map<number, string>();
  /** How many places each author holds now. */
  readonly #here = new Map<string, number>();
  #changes = 0;

  constructor(writers: Iterable<readonly [client: number, mark: string]>) {
    this.#writers = new Map(writers);
    for (const mark of this.#writers.values()) this.#count(mark);
  }

  arrive(author: ClientIdOwner): void {
    const mark = markOf(author);
    this.#here.set(mark, (this.#here.get(mark) ?? 0) + 1);
  }

  leave(author: ClientIdOwner): void {
    const mark = markOf(author);
    const left = (this.#here.get(mark) ?? 1) - 1;
    if (left > 0) this.#here.set(mark, left);
    else {
      this.#here.delete(mark);
      for (const [client, speaker] of this.#speakers) if (speaker === mark) this.#speakers.delete(client);
    }
  }

  /** Whether the id is the author's, or free for the taking. `isUsed`: the doc holds something under it. */
  mayUse(client: number, { author, isUsed }: { author: ClientIdOwner; isUsed: boolean }): boolean {
    const owner = this.#writers.get(client) ?? this.#speakers.get(client);
    if (owner === undefined) return !isUsed;
    if (owner === markOf(author)) return true;
    return inviteOf(owner) === author.invite && !this.#here.has(owner);
  }

  /** Whether the author may write under that many client ids more. */
  hasRoomFor(count: number, author: ClientIdOwner): boolean {
    return (this.#ids.get(markOf(author)) ?? 0) + count <= MAX_IDS;
  }

  /** Whether the id is one the author has written under before. */
  isKnown(client: number, author: ClientIdOwner): boolean {
    return this.#writers.get(client) === markOf(author);
  }

  writes(client: number, author: ClientIdOwner): void {
    const mark = markOf(author);
    if (this.#writers.get(client) === mark) return;
    this.#writers.set(client, mark);
    this.#count(mark);
    this.#changes += 1;
  }

  /** How often what is to be kept has changed. */
  get changes(): number {
    return this.#changes;
  }

  #count(mark: string): void {
    this.#ids.set(mark, (this.#ids.get(mark) ?? 0) + 1);
  }

  speaks(client: number, author: ClientIdOwner): void {
    this.#speakers.set(client, markOf(author));
  }

  /** Sorted, for keeping. */
  entries(): [number, string][] {
    return [...this.#writers].sort(([a], [b]) => a - b);
  }
}
