/**
 * From fields somebody sent to records of the board: everything is parsed here, and nothing is judged. An
 * expected failure is a reason, never an exception.
 */
import * as v from 'valibot';
import {
  type ElementRecord,
  FIELD_SCHEMAS,
  isLink,
  LinkDraftSchema,
  type LinkRecord,
  NodeDraftSchema,
  type NodeRecord,
} from '../../shared/model/element.ts';
import type { ElementId, LinkId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { isGroupKind } from '../../shared/model/kinds.ts';
import { LIMITS } from '../../shared/model/limits.ts';
import { startedAt, type Timer, TimerSchema } from '../../shared/model/timer.ts';
import { type Policy, PolicySchema } from '../../shared/policies/policies.ts';
import { LINK_FIELDS, type Refusal } from '../../shared/protocol.ts';
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
  const { size, color, disclosure, audience, owner, ...plain } = parsed.output;
  return done({
    ...plain,
    id: id as NodeId,
    ...(size !== undefined && { size }),
    ...(color !== undefined && { color }),
    ...(disclosure !== undefined && isGroupKind(plain.kind) && { disclosure }),
    ...(audience !== undefined && { audience }),
    owner: ownerOf(owner),
  });
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
  const { audience, owner, ...plain } = parsed.output;
  return done({
    ...plain,
    id: id as LinkId,
    source: boardId(plain.source) as NodeId,
    target: boardId(plain.target) as NodeId,
    ...(audience !== undefined && { audience }),
    owner: ownerOf(owner),
  });
}

/** The element with one field changed; an undefined value removes the field, where it can be absent. */
export function withField(
  element: ElementRecord,
  field: string,
  value: unknown,
): ParsedRecord<ElementRecord> {
  if (value === undefined) return withoutField(element, field);
  if (!isSettable(field)) return failed('fixed');
  const parsed = v.safeParse(FIELD_SCHEMAS[field], value);
  if (!parsed.success) return failed(reasonOf(parsed.issues));
  if (field === 'disclosure' && (isLink(element) || !isGroupKind(element.kind))) return failed('invalid');
  if (isLink(element) && !(LINK_FIELDS as readonly string[]).includes(field)) return failed('invalid');
  return done({ ...element, [field]: parsed.output });
}

function withoutField(element: ElementRecord, field: string): ParsedRecord<ElementRecord> {
  switch (field) {
    case 'caption':
      return done({ ...element, caption: '' });
    case 'locked':
      return done({ ...element, locked: false });
    case 'size':
    case 'color':
    case 'disclosure':
    case 'audience': {
      // A link lacks some of these; removing what is not there changes nothing.
      const { [field]: _removed, ...rest } = element as NodeRecord;
      return done(rest);
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

function isSettable(field: string): field is keyof typeof FIELD_SCHEMAS {
  return Object.hasOwn(FIELD_SCHEMAS, field);
}

function reasonOf(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  return issues.some((issue) => issue.type === 'max_length') ? 'too-long' : 'invalid';
}
