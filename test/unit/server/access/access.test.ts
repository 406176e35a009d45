import { beforeEach, describe, expect, it } from 'vitest';
import { tokenId } from '../../../../server/access/tokens.ts';
import type { InviteRow } from '../../../../server/store/store.ts';
import type { BoardId, InviteId, NodeId } from '../../../../shared/model/ids.ts';
import { LIMITS } from '../../../../shared/model/limits.ts';
import { type AccessBench, accessBench } from '../../../helpers/accessBench.ts';

const DAY = 24 * 60 * 60 * 1_000;
const CELL = 'cell' as NodeId;

let bench: AccessBench;
beforeEach(async () => {
  bench = await accessBench();
});

async function invite(given: Partial<InviteRow> = {}): Promise<InviteRow> {
  const made = await bench.access.invite({ board: bench.board, viewpoint: CELL, role: 'editor', ...given });
  if (made === null) throw new Error('No invite was made.');
  return made;
}

const enter = (secret: string, board = bench.board) => bench.access.enter({ board, secret, name: 'Ada' });

describe('entering', () => {
  it('gives the role and viewpoint of the invite for 30 days', async () => {
    const entry = await enter(bench.access.secret(await invite()));
    expect(entry?.session).toMatchObject({
      role: 'editor',
      viewpoint: CELL,
      name: 'Ada',
      board: bench.board,
    });
    expect(entry?.session.expires).toBe(bench.clock() + 30 * DAY);
    expect(entry?.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('lasts no longer than the invite', async () => {
    const expires = bench.clock() + DAY;
    expect((await enter(bench.access.secret(await invite({ expires }))))?.session.expires).toBe(expires);
  });

  it('twice gives two sessions', async () => {
    const secret = bench.access.secret(await invite());
    const [first, second] = [await enter(secret), await enter(secret)];
    expect(first?.token).not.toBe(second?.token);
    expect(first?.session.id).not.toBe(second?.session.id);
  });

  it('[B-1.4] keeps a hash of the token and never the token', async () => {
    const entry = await enter(bench.access.secret(bench.invite));
    expect(entry?.session.id).toBe(tokenId(entry?.token ?? ''));
    expect(entry?.session.id).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(await bench.store.session(entry?.session.id ?? ''))).not.toContain(entry?.token);
  });

  const refusals: Record<string, () => Promise<string>> = {
    'with an empty secret': async () => '',
    'with a secret of no invite': async () => `${'x'.repeat(20)}.${'A'.repeat(43)}`,
    'with a wrong code': async () => `${bench.invite.id}.${'A'.repeat(43)}`,
    'with the code alone': async () => bench.access.secret(bench.invite).split('.')[1] ?? '',
    'with a revoked invite': async () => {
      const made = await invite();
      await bench.access.revoke(bench.board, made.id);
      return bench.access.secret(made);
    },
    'with an expired invite': async () => {
      const made = await invite({ expires: bench.clock() + 1_000 });
      bench.pass(1_000);
      return bench.access.secret(made);
    },
    'with an invite whose uses are spent': async () => {
      const made = await invite({ maxUses: 1 });
      await enter(bench.access.secret(made));
      return bench.access.secret(made);
    },
    'with the secret of an older generation': async () => {
      const made = await invite();
      await bench.store.putInvite({ ...made, generation: 2 });
      return bench.access.secret(made);
    },
  };
  it.each(Object.entries(refusals))('%s is refused', async (_, secret) => {
    expect(await enter(await secret())).toBeNull();
  });

  it('with the invite of another board is refused', async () => {
    expect(await enter(bench.access.secret(bench.invite), 'another' as BoardId)).toBeNull();
  });

  it('counts no use when it is refused', async () => {
    await enter(`${bench.invite.id}.${'A'.repeat(43)}`);
    expect((await bench.access.find(bench.board, bench.invite.id))?.uses).toBe(0);
  });
});

describe('a session', () => {
  it('is live until the moment it expires, and known as expired for a week', async () => {
    const token = await bench.enter(bench.invite);
    bench.pass(30 * DAY - 1);
    expect((await bench.access.session(token)).state).toBe('live');
    bench.pass(1);
    expect((await bench.access.session(token)).state).toBe('expired');
    await bench.access.dropEndedSessions();
    expect((await bench.access.session(token)).state).toBe('expired');
    bench.pass(7 * DAY + 1);
    await bench.access.dropEndedSessions();
    expect((await bench.access.session(token)).state).toBe('unknown');
  });

  it('ends with its invite', async () => {
    const token = await bench.enter(bench.invite);
    await bench.access.revoke(bench.board, bench.invite.id);
    expect((await bench.access.session(token)).state).toBe('unknown');
  });

  it('[B-1.4] is not opened by its stored id', async () => {
    const token = await bench.enter(bench.invite);
    expect((await bench.access.session(tokenId(token))).state).toBe('unknown');
  });
});

describe('invites', () => {
  it('are listed until they are revoked', async () => {
    const made = await invite({ label: 'Cell' });
    expect((await bench.access.invites(bench.board)).map(({ id }) => id)).toEqual([bench.invite.id, made.id]);
    expect(await bench.access.revoke(bench.board, made.id)).toBe(true);
    expect((await bench.access.invites(bench.board)).map(({ id }) => id)).toEqual([bench.invite.id]);
    expect(await bench.access.find(bench.board, made.id)).toBeNull();
    expect(await bench.access.revoke(bench.board, made.id)).toBe(false);
  });

  it('are no more than the limit, and revoking one makes room', async () => {
    for (let made = 1; made < LIMITS.invites; made++)
      await bench.store.putInvite(
        bench.access.draft({ board: bench.board, viewpoint: CELL, role: 'viewer' }),
      );
    const wish = { board: bench.board, viewpoint: CELL, role: 'viewer' } as const;
    expect(await bench.access.invite(wish)).toBeNull();
    await bench.access.revoke(bench.board, bench.invite.id);
    expect(await bench.access.invite(wish)).not.toBeNull();
  });

  it('give the same link whenever it is asked for', async () => {
    const made = await invite();
    const found = await bench.access.find(bench.board, made.id as InviteId);
    expect(found && bench.access.secret(found)).toBe(bench.access.secret(made));
  });
});
