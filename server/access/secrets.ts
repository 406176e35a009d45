/**
 * The secret in an invite's link. It is derived from the invite and the server's key whenever it is needed and
 * never stored, so that a link can be shown again and a stolen database opens nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { InviteId } from '../../shared/model/ids.ts';

export interface Derivation {
  readonly id: InviteId;
  readonly generation: number;
}

/** `<invite>.<HMAC-SHA-256 in base64url>`; safe in a URL fragment as it stands. */
export function secretOf(key: Uint8Array, { id, generation }: Derivation): string {
  const mac = createHmac('sha256', key).update(`cellboard invite ${id} ${generation}`).digest('base64url');
  return `${id}.${mac}`;
}

/** The invite that a secret claims to be of: the part before the point, which may be the id of none. */
export function claimedInvite(secret: string): InviteId {
  return secret.slice(0, Math.max(0, secret.indexOf('.'))) as InviteId;
}

/** Compares in a time that depends on lengths only. */
export function sameSecret(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
