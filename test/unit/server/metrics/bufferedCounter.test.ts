import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { bufferedCounter } from '../../../../server/metrics/bufferedCounter.ts';

const FRAMES = { name: 'frames_total', help: 'Frames.', labelNames: ['way'] } as const;

it('tells what was added, each series for itself, however often it is read', async () => {
  const registry = new Registry();
  const frames = bufferedCounter(registry, FRAMES);
  const [into, out] = [frames.series({ way: 'in' }), frames.series({ way: 'out' })];
  into(2);
  out(5);
  into(1);
  await registry.metrics();
  into(4);
  const lines = [
    '# HELP frames_total Frames.',
    '# TYPE frames_total counter',
    'frames_total{way="in"} 7',
    'frames_total{way="out"} 5',
  ];
  expect(await registry.metrics()).toBe(`${lines.join('\n')}\n`);
  expect(await registry.metrics()).toBe(`${lines.join('\n')}\n`);
});

it('tells a series to which nothing was added as 0', async () => {
  const registry = new Registry();
  bufferedCounter(registry, { name: 'edits_total', help: 'Edits.' }).series({});
  expect(await registry.metrics()).toContain('\nedits_total 0\n');
});

it('refuses a name that is taken', () => {
  const registry = new Registry();
  bufferedCounter(registry, FRAMES);
  expect(() => bufferedCounter(registry, FRAMES)).toThrow(/already/);
});
