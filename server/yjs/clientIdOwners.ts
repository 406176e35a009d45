/**
 * Whose each Yjs client id is, in one view. Yjs knows no authorship: an author who writes under another's client id
 * takes the clocks of that id, and the owner's next edits vanish. So an id belongs to the session that first used
 * it. Another session opened with the same invite takes it over only while the owner is not connected: that is the
 * same person again, with a doc from before.
 */

export interface ClientIdOwner {
  readonly session: string;
  readonly invite: string;
}

/** Client ids of one session in one view: a page takes one each time it is loaded and written in. */
const MAX_IDS = 1_000;

/** An author as stored: the invite, then the session. */
type Mark = `${string} ${string}`;

const marks = new WeakMap<ClientIdOwner, Mark>();

/** Put together once for each connection: a string made anew is hashed anew wherever it is looked up. */
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
  /** Ids used for awareness alone so far: not stored. */
  readonly #awarenessIds = new Map<number, string>();
  /** How many connections each author has now. */
  readonly #connected = new Map<string, number>();
  #changes = 0;

  constructor(writers: Iterable<readonly [client: number, mark: string]>) {
    this.#writers = new Map(writers);
    for (const mark of this.#writers.values()) this.#count(mark);
  }

  /** One more connection of the author. */
  arrive(author: ClientIdOwner): void {
    const mark = markOf(author);
    this.#connected.set(mark, (this.#connected.get(mark) ?? 0) + 1);
  }

  /** One connection less. */
  leave(author: ClientIdOwner): void {
    const mark = markOf(author);
    const left = (this.#connected.get(mark) ?? 1) - 1;
    if (left > 0) this.#connected.set(mark, left);
    else {
      this.#connected.delete(mark);
      for (const [client, owner] of this.#awarenessIds) if (owner === mark) this.#awarenessIds.delete(client);
    }
  }

  /** Whether the id is the author's, or free for the taking. `isUsed`: the doc holds something under it. */
  mayUse(client: number, { author, isUsed }: { author: ClientIdOwner; isUsed: boolean }): boolean {
    const owner = this.#writers.get(client) ?? this.#awarenessIds.get(client);
    if (owner === undefined) return !isUsed;
    if (owner === markOf(author)) return true;
    return inviteOf(owner) === author.invite && !this.#connected.has(owner);
  }

  /** Whether the author may write under that many client ids more. */
  hasRoomFor(count: number, author: ClientIdOwner): boolean {
    return (this.#ids.get(markOf(author)) ?? 0) + count <= MAX_IDS;
  }

  /** Whether the author has written under the id before. */
  hasWritten(client: number, author: ClientIdOwner): boolean {
    return this.#writers.get(client) === markOf(author);
  }

  /** The author is about to write under the id, which is theirs from now on. */
  addWriter(client: number, author: ClientIdOwner): void {
    const mark = markOf(author);
    if (this.#writers.get(client) === mark) return;
    this.#writers.set(client, mark);
    this.#count(mark);
    this.#changes += 1;
  }

  /** How often what is to be stored has changed. */
  get changes(): number {
    return this.#changes;
  }

  #count(mark: string): void {
    this.#ids.set(mark, (this.#ids.get(mark) ?? 0) + 1);
  }

  /** The author uses the id for awareness: it is theirs while they are connected. */
  addAwarenessId(client: number, author: ClientIdOwner): void {
    this.#awarenessIds.set(client, markOf(author));
  }

  /** What is to be stored, sorted. */
  entries(): [number, string][] {
    return [...this.#writers].sort(([a], [b]) => a - b);
  }
}
