import { expect, it } from 'vitest';
import { readiness } from '../../../../server/http/readiness.ts';

function bench() {
  const state = { now: 0, puts: 0, works: true, isStopping: false };
  const ready = readiness({
    store: {
      putSetting: async () => {
        state.puts += 1;
        if (!state.works) throw new Error('database or disk is full');
      },
    },
    clock: () => state.now,
    isStopping: () => state.isStopping,
  });
  return { state, ready };
}

it('[B-8.11] a server is ready while what it keeps is kept, and again once it is', async () => {
  const { state, ready } = bench();
  expect(await ready()).toBe(true);
  state.works = false;
  state.now += 1_000;
  expect(await ready()).toBe(false);
  state.works = true;
  state.now += 1_000;
  expect(await ready()).toBe(true);
});

it('[B-8.11] a server that stops is not ready, whatever its store does', async () => {
  const { state, ready } = bench();
  state.isStopping = true;
  expect(await ready()).toBe(false);
  expect(state.puts).toBe(0);
});

it('[B-8.5] the store is asked once a second at most, also while the clock is set back', async () => {
  const { state, ready } = bench();
  for (let count = 0; count < 50; count += 1) await ready();
  expect(state.puts).toBe(1);
  state.now -= 60 * 60 * 1_000;
  await ready();
  expect(state.puts).toBe(2);
});
