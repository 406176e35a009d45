/**
 * Parses fields as a client sent them into records and fields of the board. Nothing is judged here: who may do what
 * is decided by rights. A value that cannot be read is an error as a value, never an exception.
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
import type { Result } from '../../shared/model/result.ts';
import { startedAt, type Timer, TimerSchema } from '../../shared/model/timer.ts';
import { type Policy, PolicySchema } from '../../shared/policies/policies.ts';
import type { Refusal } from '../../shared/protocol.ts';
import type { Fields } from '../yjs/edits.ts';

/** A value that could be read, or the reason that the client is told. */
export type Parsed<Value> = Result<Value, Refusal>;

const done = <Value>(value: Value): Parsed<Value> => ({ ok: true, value });
const failed = (error: Refusal): Parsed<never> => ({ ok: false, error });

/** Answers the owner of a new element, given the one that its maker asked for. */
export type OwnerOf = (asked: Viewpoint | undefined) => Viewpoint;

/** The record of a new node. */
export function nodeFrom(
  fields: Fields,
  { id, ownerOf }: { id: ElementId; ownerOf: OwnerOf },
): Parsed<NodeRecord> {
  const parsed = v.safeParse(NodeDraftSchema, fields);
  if (!parsed.success) return failed(reasonOf(parsed.issues));
  const owner = ownerOf(parsed.output.owner);
  // The id becomes a node's by this record.
  return done(completeRecord('nodes', { ...parsed.output, id: id as NodeId, owner }));
}

export interface LinkContext {
  readonly id: ElementId;
  readonly ownerOf: OwnerOf;
  /** The id on the board of an end that the view calls by this name. */
  readonly boardId: (name: string) => ElementId;
}

/** The record of a new link. Whether its ends are on the board is not asked. */
export function linkFrom(fields: Fields, { id, ownerOf, boardId }: LinkContext): Parsed<LinkRecord> {
  const parsed = v.safeParse(LinkDraftSchema, fields);
  if (!parsed.success) return failed(reasonOf(parsed.issues));
  const { source, target, owner } = parsed.output;
  const ends = { source: boardId(source), target: boardId(target) };
  // The id becomes a link's by this record.
  return done(
    completeRecord('links', { ...parsed.output, ...ends, id: id as LinkId, owner: ownerOf(owner) }),
  );
}

/** The element with one field changed; an undefined value clears the field, where it can be cleared. */
export function withField(
  element: ElementRecord,
  { field: name, value }: { field: string; value: unknown },
): Parsed<ElementRecord> {
  const field = FIELDS_BY_NAME[isLink(element) ? 'links' : 'nodes'].get(name);
  if (field === undefined) return failed('invalid');
  if (value === undefined) return withoutField(element, field);
  if (field.setBy === 'maker' || field.setBy === 'server') return failed('fixed');
  const parsed = v.safeParse(field.type.schema, value);
  if (!parsed.success) return failed(reasonOf(parsed.issues));
  return isOnKind(field, element.kind) ? done({ ...element, [name]: parsed.output }) : failed('invalid');
}

function withoutField(element: ElementRecord, field: NamedField): Parsed<ElementRecord> {
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

export function titleFrom(value: unknown): Parsed<string> {
  if (typeof value !== 'string') return failed('invalid');
  return value.length > LIMITS.titleLength ? failed('too-long') : done(value);
}

export function lockedFrom(value: unknown): Parsed<boolean> {
  if (value === undefined) return done(false);
  return typeof value === 'boolean' ? done(value) : failed('invalid');
}

/** A timer that is started has any end at all: the server's clock decides when it ends. `now` is in milliseconds. */
export function timerFrom(value: unknown, now: number): Parsed<Timer | null> {
  if (value === undefined) return done(null);
  const parsed = v.safeParse(TimerSchema, value);
  if (!parsed.success) return failed('invalid');
  return done(parsed.output.ends === null ? parsed.output : startedAt(parsed.output, now));
}

export function policyFrom(value: unknown): Parsed<Policy> {
  const parsed = v.safeParse(PolicySchema, value);
  return parsed.success ? done(parsed.output) : failed('invalid');
}

function reasonOf(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  return issues.some((issue) => issue.type === 'max_length') ? 'too-long' : 'invalid';
}
