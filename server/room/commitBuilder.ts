/**
 * Builds the commit of a board's turn: the latest state of each record that changed, the bin, and the activity log of
 * who did what. It gathers and hands over; it decides nothing.
 */
import { type ElementRecord, isLink } from '../../shared/model/element.ts';
import type { BoardId, ElementId } from '../../shared/model/ids.ts';
import { LINK_FIELDS, NODE_FIELDS } from '../../shared/protocol.ts';
import type { Change, OperationOutcome } from '../board/board.ts';
import type { ActivityRow, BinEntry, BoardCommit, BoardMeta, ViewCommit } from '../store/store.ts';
import type { Principal } from './principal.ts';

export interface Attribution {
  readonly principal: Principal;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Changes of the same fields within this time are one entry of the log: a drag is not sixty. */
const ACTIVITY_MERGE_MS = 5_000;
/** Of so many elements the latest entry is remembered. */
const MAX_RECENT_ACTIVITY = 256;

export class CommitBuilder {
  readonly #latest = new Map<ElementId, ActivityRow>();
  readonly #records = new Map<ElementId, ElementRecord | undefined>();
  readonly #bin = new Map<ElementId, BinEntry | undefined>();
  readonly #forgotten = new Map<ElementId, number>();
  #activity: ActivityRow[] = [];
  #metaChanged = false;

  add(outcomes: readonly OperationOutcome[], attribution: Attribution): void {
    for (const { changes, binned, unbinned } of outcomes) {
      for (const change of changes) {
        this.#records.set(change.id, change.after);
        const row = activityOf(change, { attribution, isRestored: unbinned.includes(change.id) });
        if (!this.#continues(change.id, row)) this.#activity.push(row);
      }
      for (const entry of binned) this.#bin.set(entry.id, entry);
      for (const id of unbinned) {
        this.#bin.set(id, undefined);
        if (!changes.some((change) => change.id === id && change.after !== undefined)) {
          this.#forgotten.set(id, attribution.at);
        }
      }
    }
  }

  /** Whether the row only continues the latest entry about the element; remembers it where it does not. */
  #continues(id: ElementId, row: ActivityRow): boolean {
    const latest = this.#latest.get(id);
    if (latest !== undefined && row.at - latest.at < ACTIVITY_MERGE_MS && isSameAct(latest, row)) return true;
    if (this.#latest.size >= MAX_RECENT_ACTIVITY) this.#latest.clear();
    this.#latest.set(id, row);
    return false;
  }

  addMeta(fields: readonly string[], { principal, at }: Attribution): void {
    this.#metaChanged = true;
    const { session, viewpoint } = principal;
    this.#activity.push({ at, session, viewpoint, verb: 'board', element: null, fields });
  }

  /** The notices that wait have changed, of which the activity log says nothing. */
  noticesChanged(): void {
    this.#metaChanged = true;
  }

  /** The commit, or null when there is nothing to store. Begins anew. */
  take(
    board: BoardId,
    { meta, views }: { meta: BoardMeta; views: readonly ViewCommit[] },
  ): BoardCommit | null {
    if (this.#records.size + this.#bin.size + views.length === 0 && !this.#metaChanged) return null;
    const bin = [...this.#bin];
    const put: ElementRecord[] = [];
    const removed: ElementId[] = [];
    for (const [id, record] of this.#records) {
      if (record === undefined) removed.push(id);
      else put.push(record);
    }
    const commit: BoardCommit = {
      board,
      ...(this.#metaChanged && { meta }),
      put,
      removed,
      binned: bin.flatMap(([, entry]) => entry ?? []),
      unbinned: bin.flatMap(([id, entry]) => (entry === undefined ? id : [])),
      forgotten: [...this.#forgotten].map(([id, at]) => ({ id, at })),
      activity: this.#activity,
      views,
    };
    this.#records.clear();
    this.#bin.clear();
    this.#forgotten.clear();
    this.#activity = [];
    this.#metaChanged = false;
    return commit;
  }
}

function activityOf(
  { id, before, after }: Change,
  { attribution, isRestored }: { attribution: Attribution; isRestored: boolean },
): ActivityRow {
  const { session, viewpoint } = attribution.principal;
  const verb =
    after === undefined ? 'delete' : isRestored ? 'restore' : before === undefined ? 'create' : 'change';
  const fields = before === undefined || after === undefined ? [] : changedFields(before, after);
  return { at: attribution.at, session, viewpoint, verb, element: id, fields };
}

function isSameAct(a: ActivityRow, b: ActivityRow): boolean {
  return (
    a.verb === 'change' &&
    b.verb === 'change' &&
    a.session === b.session &&
    a.viewpoint === b.viewpoint &&
    a.fields.length === b.fields.length &&
    a.fields.every((field, index) => field === b.fields[index])
  );
}

function changedFields(before: ElementRecord, after: ElementRecord): string[] {
  const fields: readonly string[] = isLink(after) ? LINK_FIELDS : NODE_FIELDS;
  const value = (element: ElementRecord, field: string) => element[field as keyof ElementRecord];
  return fields.filter((field) => value(before, field) !== value(after, field));
}
