/**
 * What a participant of a session was to know, written down as the session goes on, and the proof at its end:
 * nothing else is in any frame or answer that came to their browser, in their page, or in its storage.
 */
import type { Board } from './browserBoard.ts';
import type { Person } from './browserPerson.ts';

/** Shorter names turn up in anything. */
const MIN_NAME_LENGTH = 4;

export interface Participant {
  readonly person: Person;
  readonly viewpoint: string;
}

export class Secrecy {
  readonly #board: Board;
  readonly #participants: readonly Participant[];
  /** By viewpoint, the ids of everything it has been allowed to see so far. */
  readonly #allowed = new Map<string, Set<string>>();
  /** Every element there has ever been, with the names it has had. */
  readonly #names = new Map<string, Set<string>>();

  constructor(board: Board, participants: readonly Participant[]) {
    this.#board = board;
    this.#participants = participants;
  }

  /** To be called before and after whatever changes what somebody may see. */
  async takeNote(): Promise<void> {
    const { nodes, links } = await this.#board.elements();
    for (const { id, label } of [...nodes, ...links]) {
      const names = this.#names.get(id) ?? new Set();
      if (label.length >= MIN_NAME_LENGTH) names.add(label);
      this.#names.set(id, names);
    }
    for (const { viewpoint } of this.#participants) {
      const allowed = this.#allowed.get(viewpoint) ?? new Set();
      for (const id of await this.#board.visibleTo(viewpoint)) allowed.add(id);
      this.#allowed.set(viewpoint, allowed);
    }
  }

  /** How many elements a participant was never to see. */
  hiddenFrom({ viewpoint }: Participant): number {
    return [...this.#names.keys()].filter((id) => !this.#allowed.get(viewpoint)?.has(id)).length;
  }

  /** Marks of elements that a participant was to see: the way this looks must find these. */
  async found(participant: Participant): Promise<string[]> {
    const held = await holdings(participant);
    return [...(this.#allowed.get(participant.viewpoint) ?? [])].filter((id) => held.includes(id));
  }

  /** Ids and names a participant holds without ever having been allowed to see them, and other people's names. */
  async leaks(participant: Participant): Promise<string[]> {
    const held = await holdings(participant);
    const allowed = this.#allowed.get(participant.viewpoint) ?? new Set();
    const known = [...allowed].flatMap((id) => [...(this.#names.get(id) ?? [])]);
    const marks = [...this.#names].flatMap(([id, names]) =>
      allowed.has(id)
        ? []
        : [id, ...[...names].filter((name) => !known.some((other) => other.includes(name)))],
    );
    const strangers = this.#participants
      .filter(({ viewpoint }) => viewpoint !== participant.viewpoint)
      .map(({ person }) => person.name);
    return [...marks, ...strangers].filter((mark) => held.includes(mark));
  }
}

/** Frames and answers as bytes, so that no way of writing text down escapes; then the page and its storage. */
async function holdings({ person }: Participant): Promise<Buffer> {
  return Buffer.concat([await person.received(), Buffer.from(await person.kept())]);
}
