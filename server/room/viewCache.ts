/**
 * The views of a room that are in memory: loaded when one is asked for, followed while it is open, stored as a log of
 * updates with a snapshot now and then, evicted when it has had no reader for a while. A view whose doc has outgrown
 * what it shows begins anew under another epoch when it is loaded, which happens only while no connection reads it.
 */
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { Board } from '../board/board.ts';
import type { StoredView, ViewCommit, ViewRow } from '../store/store.ts';
import { firstRow, View } from '../view/view.ts';
import type { VisibilityIndex } from '../view/visibilityIndex.ts';
import type { DrainedUpdate } from '../yjs/viewDoc.ts';

export interface ViewCacheOptions {
  readonly board: Board;
  readonly visibilityIndex: VisibilityIndex;
  readonly loadView: (viewpoint: Viewpoint) => Promise<StoredView | null>;
  readonly newWriter: (viewpoint: Viewpoint) => number;
  readonly newName: () => string;
  readonly onDirty: (view: View) => void;
}

/** A log is worth compacting when it is this long and longer than the doc it makes. */
const COMPACT_BYTES = 128 * 1024;
/** A doc is worth renewing when it is this large and several times what a fresh one would be. */
const RENEW_BYTES = 64 * 1024;
const RENEW_FACTOR = 4;
/** What an element takes in a fresh doc, besides its texts; measured at 180 to 260 for nodes, less for links. */
const ELEMENT_BYTES = 250;

interface CachedView {
  /** Bytes of the last snapshot stored, and of the log after it. */
  snapshotBytes: number;
  logBytes: number;
  /** Whether nothing of it is stored yet. */
  isNew: boolean;
  lastReadAt: number;
}

export class ViewCache {
  readonly #options: ViewCacheOptions;
  readonly #opening = new Map<Viewpoint, Promise<View>>();
  readonly #cached = new WeakMap<View, CachedView>();

  constructor(options: ViewCacheOptions) {
    this.#options = options;
  }

  /** The view of a viewpoint, which must exist. `now` is in milliseconds. */
  async open(viewpoint: Viewpoint, now: number): Promise<View> {
    const open = this.#options.visibilityIndex.view(viewpoint);
    if (open !== undefined) {
      this.touch(open, now);
      return open;
    }
    const opening = this.#opening.get(viewpoint) ?? this.#load(viewpoint, now);
    this.#opening.set(viewpoint, opening);
    try {
      return await opening;
    } finally {
      this.#opening.delete(viewpoint);
    }
  }

  /** Whether the view has not been kept yet: its doc is made from the records. */
  isNew(view: View): boolean {
    return this.#cached.get(view)?.isNew === true;
  }

  touch(view: View, now: number): void {
    const cached = this.#cached.get(view);
    if (cached !== undefined) cached.lastReadAt = now;
  }

  /** Bytes of the last snapshot of a view and of the log after it. */
  bytesOf(view: View): { readonly snapshotBytes: number; readonly logBytes: number } {
    return this.#cached.get(view) ?? { snapshotBytes: 0, logBytes: 0 };
  }

  /** What is to be stored of a view after a turn; null when nothing is. */
  commitOf(view: View, drained: DrainedUpdate | null): ViewCommit | null {
    const cached = this.#cached.get(view);
    const row = view.takeChangedRow();
    if (cached === undefined || (row === null && drained === null)) return null;
    const commit = { viewpoint: view.viewpoint, ...(row !== null && { row }) };
    if (drained === null) return commit;
    cached.logBytes += drained.update.length;
    if (cached.isNew || cached.logBytes > Math.max(COMPACT_BYTES, cached.snapshotBytes)) {
      const snapshot = view.doc.encode();
      Object.assign(cached, { snapshotBytes: snapshot.length, logBytes: 0, isNew: false });
      return { ...commit, snapshot };
    }
    return { ...commit, append: drained.update };
  }

  /** Closes the views last read before the time given, unless they are in use. */
  evictIdle(before: number, isInUse: (view: View) => boolean): void {
    for (const view of [...this.#options.visibilityIndex.views()]) {
      const cached = this.#cached.get(view);
      if (
        cached === undefined ||
        cached.lastReadAt >= before ||
        cached.isNew ||
        isInUse(view) ||
        view.isDirty
      )
        continue;
      this.#options.visibilityIndex.close(view);
      view.doc.destroy();
    }
  }

  async #load(viewpoint: Viewpoint, now: number): Promise<View> {
    const { board, visibilityIndex, loadView, newWriter, newName, onDirty } = this.#options;
    const stored = await loadView(viewpoint);
    const make = (row: ViewRow, updates: readonly Uint8Array[]) => {
      const view = new View({ board, viewpoint, row, updates, newName, onDirty });
      visibilityIndex.open(view);
      return view;
    };
    const isWhole = stored !== null && stored.row !== null && stored.isBroken !== true;
    const stale = isWhole ? make(stored.row, stored.updates) : null;
    const bytes = stored?.updates.reduce((sum, update) => sum + update.length, 0) ?? 0;
    if (stored !== null && stale !== null && !this.#isOutgrown(stale, bytes)) {
      this.#cached.set(stale, { snapshotBytes: bytes, logBytes: 0, isNew: false, lastReadAt: now });
      return stale;
    }
    if (stale !== null) visibilityIndex.close(stale);
    const row = rowAfter(stored, newWriter(viewpoint));
    const view = make(row, []);
    this.#cached.set(view, { snapshotBytes: 0, logBytes: 0, isNew: true, lastReadAt: now });
    return view;
  }

  #isOutgrown(view: View, bytes: number): boolean {
    if (bytes < RENEW_BYTES) return false;
    let due = 0;
    for (const id of view.shown.keys()) {
      const element = this.#options.board.graph.get(id);
      if (element === undefined) continue;
      due += ELEMENT_BYTES + element.label.length + ('notes' in element ? element.notes.length : 0);
    }
    return bytes > due * RENEW_FACTOR;
  }
}

/** The row of a doc that begins anew. */
function rowAfter(stored: StoredView | null, writer: number): ViewRow {
  if (stored === null) return firstRow(writer);
  return stored.row === null ? { ...firstRow(writer), startsOver: true } : renewed(stored.row, writer);
}

/** The next epoch: a client whose state names the old writer holds an old doc. */
function renewed(row: ViewRow, writer: number): ViewRow {
  return {
    epoch: row.epoch + 1,
    writer,
    retired: [...row.retired, row.writer],
    ...(row.startsOver === true && { startsOver: true }),
    aliases: row.aliases,
    writers: [],
  };
}
