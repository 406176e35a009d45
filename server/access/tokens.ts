/** Session tokens: 256 random bits for the holder, their SHA-256 for the store. */
import { createHash } from 'node:crypto';
import type { RandomBytes } from '../../shared/model/ids.ts';

/** Letters, digits, "-" and "_" only, so that it can stand in a subprotocol list. */
export function newToken(random: RandomBytes): string {
  return Buffer.from(random(new Uint8Array(32))).toString('base64url');
}

/** The id of the token's session, hexadecimal. */
export function tokenId(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
