/**
 * Whose each Yjs client id is, in one view. Yjs knows no authorship: whoever writes under another's client id
 * takes the clocks of that id, and the owner's next edits vanish. So an id belongs to the session that first
 * used it. A session that joined through the same invite takes it over only while the owner is away: that is
 * the same person again, with a doc kept from before.
 */

export interface Author {
  readonly session: string;
  readonly invite: string;
}

/** How an author is kept: the invite, then the session. */
type Mark = `${string} ${string}`;

const markOf = ({ invite, session }: Author): Mark => `${invite} ${session}`;
const inviteOf = (mark: string) => mark.split(' ', 1)[0];

export class Authors {
  readonly #writers: Map<number, string>;
  /** Ids used for presence alone so far: not kept. */
  readonly #speakers = new Map<number, string>();
  /** How many places each author holds now. */
  readonly #here = new Map<string, number>();
  #changes = 0;

  constructor(writers: Iterable<readonly [client: number, mark: string]>) {
    this.#writers = new Map(writers);
  }

  arrive(author: Author): void {
    const mark = markOf(author);
    this.#here.set(mark, (this.#here.get(mark) ?? 0) + 1);
  }

  leave(author: Author): void {
    const mark = markOf(author);
    const left = (this.#here.get(mark) ?? 1) - 1;
    if (left > 0) this.#here.set(mark, left);
    else this.#here.delete(mark);
  }

  /** Whether the id is the author's, or free for the taking. `isUsed`: the doc holds something under it. */
  mayUse(client: number, { author, isUsed }: { author: Author; isUsed: boolean }): boolean {
    const owner = this.#writers.get(client) ?? this.#speakers.get(client);
    if (owner === undefined) return !isUsed;
    if (owner === markOf(author)) return true;
    return inviteOf(owner) === author.invite && !this.#here.has(owner);
  }

  writes(client: number, author: Author): void {
    const mark = markOf(author);
    if (this.#writers.get(client) === mark) return;
    this.#writers.set(client, mark);
    this.#changes += 1;
  }

  /** How often what is to be kept has changed. */
  get changes(): number {
    return this.#changes;
  }

  speaks(client: number, author: Author): void {
    this.#speakers.set(client, markOf(author));
  }

  /** Sorted, for keeping. */
  entries(): [number, string][] {
    return [...this.#writers].sort(([a], [b]) => a - b);
  }
}
