import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { claimedInvite, sameSecret, secretOf } from '../../../../server/access/secrets.ts';
import type { InviteId } from '../../../../shared/model/ids.ts';

const key = Buffer.alloc(32, 7);
const id = 'invite' as InviteId;

describe('a secret', () => {
  it('names its invite and carries 256 bits after a point, in characters that a fragment takes', () => {
    const secret = secretOf(key, { id, generation: 1 });
    expect(secret).toMatch(/^invite\.[A-Za-z0-9_-]{43}$/);
    expect(claimedInvite(secret)).toBe(id);
  });

  it('stays the same for the same invite, generation and key', () => {
    expect(secretOf(key, { id, generation: 3 })).toBe(secretOf(Buffer.alloc(32, 7), { id, generation: 3 }));
  });

  it('is another with another generation, invite or key', () => {
    const secrets = [
      secretOf(key, { id, generation: 1 }),
      secretOf(key, { id, generation: 2 }),
      secretOf(key, { id: 'invite1' as InviteId, generation: 1 }),
      secretOf(randomBytes(32), { id, generation: 1 }),
    ];
    expect(new Set(secrets.map((secret) => secret.split('.')[1])).size).toBe(4);
  });

  it('does not change without breaking the protocol of links handed out', () => {
    expect(secretOf(key, { id, generation: 1 })).toMatchInlineSnapshot(
      `"invite.S48AZ2qxtuWvW7QatjCXTj2gJdMRKeZ1UQruJwWithg"`,
    );
  });
});

describe('[B-1.3] comparing secrets', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'ab', false],
    ['', '', true],
    ['ä', 'a', false],
  ])('%j and %j: %j', (expected, given, same) => {
    expect(sameSecret(expected, given)).toBe(same);
  });
});

describe('the invite that a secret claims', () => {
  it.each([
    ['', ''],
    ['.', ''],
    ['nopoint', ''],
    ['a.b.c', 'a'],
  ])('of %j is %j', (secret, claimed) => {
    expect(claimedInvite(secret)).toBe(claimed);
  });
});
