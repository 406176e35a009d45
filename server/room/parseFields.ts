/**
 * From fields somebody sent to records of the board: everything is parsed here, and nothing is judged. An
 * expected failure is a reason, never an exception.
 */
import * as v from 'valibot';
import { completeRecord } from '../../shared/model/completeRecord.ts';
import {
  type ElementRecord,
  isLink,
  LinkDraftSchema,
  type LinkRecord,
  NodeDraftSchema,
  type NodeRecord,
} from '../../shared/model/element.ts';
import { FIELDS_BY_NAME, isOnKind, type NamedField } from '../../shared/model/fieldLists.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { startedAt, type Timer, TimerSchema } from '../../shared/model/timer.ts';
import { type Policy, PolicySchema } from '../../shared/policies/policies.ts';
import type { Refusal } from '../../shared/protocol.ts';
import type { Fields } from '../yjs/edits.ts';

export type ParsedRecord<Value> = { ok: true; value: Value } | { ok: false; reason: Refusal };

const done = <Value>(value: Value): ParsedRecord<Value> => ({ ok: true, value });
const failed = (reason: Refusal): { ok: false; reason: Refusal } => ({ ok: false, reason });

/** Gives an element its owner, knowing whom its maker asked for. */
export type OwnerOf = (asked: Viewpoint | undefined) => Viewpoint;

export function nodeFrom(
  fields: Fields,
  { id, ownerOf }: { id: ElementId; ownerOf: OwnerOf },
): ParsedRecord<NodeRecord> {
  const parsed = v.safeParse(NodeDraftSchema, fields);
  if (!parsed.success) return failed(reasonOf(parsed.issues));
  return done(
    completeRecord('nodes', { ...parsed.output, id: id as NodeId, owner: ownerOf(parsed.output.owner) }),
  );
}

export interface LinkMaking {
  readonly id: ElementId;
  readonly ownerOf: OwnerOf;
  /** What the named ends are called on the board. */
  readonly boardId: (name: string) => ElementId;
}

export function linkFrom(fields: Fields, { id, ownerOf, boardId }: LinkMaking): ParsedRecord<LinkRecord> {
  const parsed = v.safeParse(LinkDraftSchema, fields);
  if (!parsed.success) return failed(reasonOf(parsed.issues));
  const { source, target, owner } = parsed.output;
  const ends = { source: boardId(source), target: boardId(target) };
  return done(
    completeRecord('links', { ...parsed.output, ...ends, id: id as LinkId, owner: ownerOf(owner) }),
  );
}

/** The element with one field changed; an undefined value clears the field, where it can be cleared. */
export function withField(element: ElementRecord, name: string, value: unknown): ParsedRecord<ElementRecord> {
  const field = FIELDS_BY_NAME[isLink(element) ? 'links' : 'nodes'].get(name);
  if (field === undefined) return failed('invalid');
  if (value === undefined) return withoutField(element, field);
  if (field.setBy === 'maker' || field.setBy === 'server') return failed('fixed');
  const parsed = v.safeParse(field.type.schema, value);
  if (!parsed.success) return failed(reasonOf(parsed.issues));
  return isOnKind(field, element.kind) ? done({ ...element, [name]: parsed.output }) : failed('invalid');
}

function withoutField(element: ElementRecord, field: NamedField): ParsedRecord<ElementRecord> {
  switch (field.presence) {
    case 'default':
      return done({ ...element, [field.name]: field.default });
    case 'optional': {
      const { [field.name as keyof ElementRecord]: _removed, ...rest } = element;
      // Without a field that a record may lack it is still a record.
      return done(rest as ElementRecord);
    }
    default:
      return failed('invalid');
  }
}

export function titleFrom(value: unknown): ParsedRecord<string> {
  if (typeof value !== 'string') return failed('invalid');
  return value.length > LIMITS.titleLength ? failed('too-long') : done(value);
}

export function lockedFrom(value: unknown): ParsedRecord<boolean> {
  if (value === undefined) return done(false);
  return typeof value === 'boolean' ? done(value) : failed('invalid');
}

/** Whoever sets a timer going says so by any end: when that is, the server's clock decides. */
export function timerFrom(value: unknown, now: number): ParsedRecord<Timer | null> {
  if (value === undefined) return done(null);
  const parsed = v.safeParse(TimerSchema, value);
  if (!parsed.success) return failed('invalid');
  return done(parsed.output.ends === null ? parsed.output : startedAt(parsed.output, now));
}

export function policyFrom(value: unknown): ParsedRecord<Policy> {
  const parsed = v.safeParse(PolicySchema, value);
  return parsed.success ? done(parsed.output) : failed('invalid');
}

function reasonOf(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  return issues.some((issue) => issue.type === 'max_length') ? 'too-long' : 'invalid';
}
