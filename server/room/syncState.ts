/**
 * How far the sync protocol (y-protocols) has come on one connection. It runs in both directions, each on its own.
 *
 * Download, what the client has of the view:
 *
 *     silent -- step 1 of the client --> joining -- answered, at the end of the turn --> current
 *     current -- step 1 once more --> resyncing -- answered --> current
 *
 * Upload, what the server has of the client's doc:
 *
 *     unasked -- step 1 of the server, at the end of its first turn --> asked -- step 2 of the client --> complete
 *     unasked -- step 2 of its own accord --> volunteered -- step 1 of the server --> complete
 *
 * Until step 2, updates may come that build on what it will bring: a client that was offline and goes on drawing
 * sends them in this order. They are held; afterwards nothing may be missing.
 */
import { WIRE_LIMITS } from '../../shared/protocol.ts';

/** The state vector since which a client wants to know, as it encoded it. */
export type Since = Uint8Array | 'the beginning';

type Download =
  | { readonly at: 'silent' }
  | { readonly at: 'joining'; readonly since: Since }
  | { readonly at: 'current' }
  | { readonly at: 'resyncing'; readonly since: Since };

type Upload =
  | { readonly at: 'unasked' | 'asked'; readonly held: Uint8Array[] }
  | { readonly at: 'volunteered' | 'complete' };

/** What a connection is owed at the end of a turn. */
export interface SyncDues {
  /** The server's step 1. */
  readonly asks: boolean;
  /** The answer to the client's step 1; null when it did not ask. */
  readonly answer: { readonly since: Since; readonly isFirst: boolean } | null;
  /** Word that what the client wrote is saved. */
  readonly saved: boolean;
}

/** Updates held at most: seconds of drawing. */
const MAX_HELD_UPDATES = 1_000;

const NO_DUES: SyncDues = { asks: false, answer: null, saved: false };

export class SyncState {
  #download: Download = { at: 'silent' };
  #upload: Upload = { at: 'unasked', held: [] };
  #awaitsSaved = false;

  /** Whether the client has the whole view, and so is sent what changes. */
  get isListening(): boolean {
    return this.#download.at === 'current' || this.#download.at === 'resyncing';
  }

  /** Whether the client waits to hear that what it wrote is saved. */
  get awaitsSaved(): boolean {
    return this.#awaitsSaved;
  }

  /** The client's step 1. */
  ask(since: Since): void {
    this.#download = { at: this.isListening ? 'resyncing' : 'joining', since };
  }

  /** An update of the client was applied. */
  written(): void {
    this.#awaitsSaved = true;
  }

  /** Holds an update until step 2. False when that has come, or when too much is held. */
  hold(update: Uint8Array): boolean {
    if (!('held' in this.#upload)) return false;
    const { held } = this.#upload;
    const bytes = held.reduce((sum, { length }) => sum + length, update.length);
    if (bytes > WIRE_LIMITS.frameBytes || held.length >= MAX_HELD_UPDATES) return false;
    held.push(update);
    return true;
  }

  /** The client's step 2 has come: answers what was held until then, once. */
  release(): readonly Uint8Array[] {
    if (!('held' in this.#upload)) return [];
    const { at, held } = this.#upload;
    this.#upload = { at: at === 'unasked' ? 'volunteered' : 'complete' };
    return held;
  }

  /** Whether the client's step 1 waits for an answer. */
  get awaitsAnswer(): boolean {
    return 'since' in this.#download;
  }

  /** What is due now; it is due no longer. An answer may be put off to a later turn. */
  takeDues({ mayAnswer = true }: { readonly mayAnswer?: boolean } = {}): SyncDues {
    const asks = this.#takeAsking();
    const answer = mayAnswer ? this.#takeAnswer() : null;
    const saved = this.#awaitsSaved;
    this.#awaitsSaved = false;
    return asks || saved || answer !== null ? { asks, answer, saved } : NO_DUES;
  }

  #takeAsking(): boolean {
    switch (this.#upload.at) {
      case 'unasked':
        this.#upload = { at: 'asked', held: this.#upload.held };
        return true;
      case 'volunteered':
        this.#upload = { at: 'complete' };
        return true;
      default:
        return false;
    }
  }

  #takeAnswer(): SyncDues['answer'] {
    const download = this.#download;
    if (!('since' in download)) return null;
    this.#download = { at: 'current' };
    return { since: download.since, isFirst: download.at === 'joining' };
  }
}
