/**
 * What elements are called in one view: nearly always by their id on the board. But a participant may create something
 * under an id that belongs to an element hidden from them. It must then become a new element like any other: in this
 * view the id is an alias of that one, and the hidden one, should it ever be shown, is shown under another name.
 */
import type { ElementId } from '../../shared/model/ids.ts';

export class IdAliases {
  readonly #toBoard = new Map<string, ElementId>();
  readonly #toView = new Map<ElementId, string>();
  readonly #newName: () => string;
  #changes = 0;

  constructor(aliases: Iterable<readonly [name: string, id: string]>, newName: () => string) {
    // They were stored by `entries`, which writes ids.
    for (const [name, id] of aliases) this.alias(name, id as ElementId);
    this.#newName = newName;
  }

  /** The id on the board of what the view calls by a name. */
  boardId(name: string): ElementId {
    // A name without an alias is the id itself.
    return this.#toBoard.get(name) ?? (name as ElementId);
  }

  /** The element's name in this view; a new one when its own is taken. */
  of(id: ElementId): string {
    const known = this.#toView.get(id);
    if (known !== undefined) return known;
    if (!this.#toBoard.has(id)) return id;
    const name = this.#newName();
    this.alias(name, id);
    return name;
  }

  /** Gives a name; what had it before is called otherwise, should it be shown again. */
  alias(name: string, id: ElementId): void {
    const before = this.#toBoard.get(name);
    if (before !== undefined && this.#toView.get(before) === name) this.#toView.delete(before);
    this.#toBoard.set(name, id);
    this.#toView.set(id, name);
    this.#changes += 1;
  }

  get isEmpty(): boolean {
    return this.#toBoard.size === 0;
  }

  /** How often what is to be stored has changed. */
  get changes(): number {
    return this.#changes;
  }

  /** What is to be stored, sorted. */
  entries(): [string, string][] {
    return [...this.#toBoard].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
