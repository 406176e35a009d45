/**
 * `npm run bench:canvas`: how long the canvas takes to be there and how long its frames take while one pans,
 * zooms and drags, beside React Flow's plain nodes on the same board in the same run, taking turns. Prints a
 * table and JSON. `--nodes=1000,3000`, `--rounds=3`, `--out=file`.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { chromiumOptions, ensureChromium } from '../../helpers/chromium.ts';
import type { Bench, Rendered } from './page/drive.ts';
import { servePages } from './serve.ts';

const { values } = parseArgs({
  options: {
    nodes: { type: 'string', default: '1000,3000' },
    rounds: { type: 'string', default: '3' },
    out: { type: 'string' },
  },
});
const SIZES = values.nodes.split(',').map(Number);
const ROUNDS = Number(values.rounds);
const PAGES = ['ours', 'floor'] as const;
const ZOOM = 0.5;
/** The first frames of a gesture warm it up. */
const WARM = 8;
const STEPS = 68;

type PageName = (typeof PAGES)[number];
type Gesture = 'pan' | 'zoom' | 'drag one' | 'drag 30';
const GESTURES: readonly Gesture[] = ['pan', 'zoom', 'drag one', 'drag 30'];

interface Round {
  readonly ready: number;
  readonly frames: Readonly<Record<Gesture, readonly number[]>>;
}

async function measure(browser: Browser, { url, nodes }: { url: string; nodes: number }): Promise<Round> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url}?nodes=${nodes}&zoom=${ZOOM}`);
  await page.waitForFunction(() => window.bench !== undefined, null, { timeout: 120_000 });
  const run = (gesture: 'pan' | 'zoom' | 'drag', select: 'one' | 'many' | 'none') =>
    page.evaluate(
      async ([what, which, steps]) => {
        const bench = window.bench as Bench;
        await bench.select(which);
        return bench[what](steps);
      },
      [gesture, select, STEPS] as const,
    );
  const ready = await page.evaluate(() => (window.bench as Bench).readyMs);
  const frames = {
    'drag one': await run('drag', 'none'),
    'drag 30': await run('drag', 'many'),
    pan: await run('pan', 'none'),
    zoom: await run('zoom', 'none'),
  };
  await context.close();
  const warm = Object.entries(frames).map(([gesture, times]) => [gesture, times.slice(WARM)]);
  return { ready, frames: Object.fromEntries(warm) as Round['frames'] };
}

/** How many nodes and links render at all during a drag, in a page that counts. */
async function renders(browser: Browser, address: string, select: 'one' | 'many'): Promise<Rendered> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.waitForFunction(() => window.bench !== undefined, null, { timeout: 120_000 });
  const found = await page.evaluate(
    async ([which, steps]) => {
      const bench = window.bench as Bench;
      await bench.select(which);
      return bench.renderedBy(() => bench.drag(steps));
    },
    [select, STEPS] as const,
  );
  await page.close();
  return found;
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const median = (values: readonly number[]) => quantile(values, 0.5);
const ms = (value: number) => Math.round(value * 10) / 10;

interface Figures {
  readonly p50: number;
  readonly p95: number;
}

function figures(rounds: readonly Round[], gesture: Gesture): Figures {
  const of = (part: number) => ms(median(rounds.map(({ frames }) => quantile(frames[gesture], part))));
  return { p50: of(0.5), p95: of(0.95) };
}

ensureChromium();
const served = await servePages(join(import.meta.dirname, 'page'), ['ours.html', 'floor.html']);
const browser = await chromium.launch(chromiumOptions());
const report = [];
try {
  for (const nodes of SIZES) {
    const rounds: Record<PageName, Round[]> = { ours: [], floor: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const page of PAGES)
        rounds[page].push(await measure(browser, { url: `${served.url}/${page}.html`, nodes }));
    }
    const counting = `${served.url}/ours.html?renders&nodes=${nodes}&zoom=${ZOOM}`;
    const rows = GESTURES.map((gesture) => {
      const [own, floor] = [figures(rounds.ours, gesture), figures(rounds.floor, gesture)];
      return { gesture, ours: own, floor, ratio: Math.round((own.p95 / floor.p95) * 100) / 100 };
    });
    report.push({
      nodes,
      links: nodes / 2,
      readyMs: {
        ours: ms(median(rounds.ours.map(({ ready }) => ready))),
        floor: ms(median(rounds.floor.map(({ ready }) => ready))),
      },
      rows,
      rendered: {
        one: await renders(browser, counting, 'one'),
        many: await renders(browser, counting, 'many'),
      },
    });
  }
} finally {
  await browser.close();
  served.stop();
}

const [cpu] = cpus();
const result = { machine: `${cpus().length} × ${cpu?.model ?? 'unknown'}`, rounds: ROUNDS, boards: report };
for (const { nodes, links, readyMs, rows, rendered } of report) {
  console.log(`\n${nodes} nodes, ${links} links: there after ${readyMs.ours} ms (floor ${readyMs.floor} ms)`);
  console.table(
    Object.fromEntries(
      rows.map(({ gesture, ours, floor, ratio }) => [
        gesture,
        { p50: ours.p50, p95: ours.p95, 'floor p50': floor.p50, 'floor p95': floor.p95, 'p95 ratio': ratio },
      ]),
    ),
  );
  console.log('Rendered during a drag of one:', rendered.one, 'of 30:', rendered.many);
}
if (values.out === undefined) console.log(`\n${JSON.stringify(result)}`);
else writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
