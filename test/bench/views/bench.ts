/**
 * `npm run bench:views`: how long it takes until the picture of another viewpoint is complete, in Chromium on
 * the example board and on the largest template, beside React Flow's plain nodes mounted anew with the same view
 * (the floor: no server, no doc); and how long the worker takes for what facilitators ask. Needs a build. Writes
 * medians, the slowest, and the ratio to the floor.
 */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BoardEdit } from '../../../shared/explain/boardEdit.ts';
import { exposure } from '../../../shared/explain/exposure.ts';
import { preview } from '../../../shared/explain/preview.ts';
import { VisibilityCache } from '../../../shared/explain/visibilityCache.ts';
import { whoSees } from '../../../shared/explain/whoSees.ts';
import { whyNot } from '../../../shared/explain/whyNot.ts';
import { Graph } from '../../../shared/graph/graph.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { namedPolicy } from '../../../shared/policies/policies.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { TEMPLATE_IDS } from '../../../shared/templates/template.ts';
import { template } from '../../../shared/templates/templates.ts';
import { board as draftBoard } from '../../helpers/boards.ts';
import { Board } from '../../helpers/browserBoard.ts';
import { chromiumOptions } from '../../helpers/chromium.ts';
import { startServer } from '../../helpers/server.ts';
import { servePages } from '../canvas/serve.ts';
import type { PlainView } from './page/floor.tsx';

const ROUNDS = 5;

function medianOf(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function told(what: string, samples: readonly number[], floor: readonly number[] = []): void {
  const median = medianOf(samples);
  const ms = (value: number) => `${value.toFixed(0).padStart(5)} ms`;
  const beside =
    floor.length === 0
      ? ''
      : `, floor ${ms(medianOf(floor))}, ratio ${(median / medianOf(floor)).toFixed(1)}`;
  console.log(`${what.padEnd(64)} median ${ms(median)}, slowest ${ms(Math.max(...samples))}${beside}`);
}

function timed(run: () => unknown): number {
  const began = performance.now();
  run();
  return performance.now() - began;
}

async function switching(templateId: string): Promise<void> {
  const server = await startServer();
  const browser = await chromium.launch(chromiumOptions());
  const board = await Board.make(server.url, { template: templateId });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(board.link);
  await page.locator('input').first().fill('Fay');
  await page.keyboard.press('Enter');
  await page.locator('.react-flow__node').first().waitFor();
  const { nodes } = await board.elements();
  const groups = nodes
    .filter(({ kind }) => kind === 'cell' || kind === 'circle' || kind === 'body')
    .slice(0, 6);
  const [there, back]: [number[], number[]] = [[], []];
  const [plainThere, plainBack]: [number[], number[]] = [[], []];
  const plain = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const served = await servePages(join(import.meta.dirname, 'page'), ['floor.html']);
  await plain.goto(`${served.url}/floor.html`);
  await plain.waitForFunction(() => window.showPlain !== undefined);
  const showPlain = async (view: PlainView) =>
    plain.evaluate((given) => window.showPlain?.(given) ?? 0, view);
  const whole = await board.elements();
  for (let round = 0; round < 2; round += 1) {
    for (const { id, label } of groups) {
      const seen = await board.elements(id);
      const expected = seen.nodes.length;
      plainThere.push(await showPlain(seen));
      plainBack.push(await showPlain(whole));
      await page.keyboard.press('Shift+V');
      const field = page.getByRole('combobox', { name: 'Find a viewpoint' });
      await field.fill(label);
      await page.getByRole('option', { name: label }).first().waitFor();
      // From the key to the frame in which every node of the view is drawn.
      const until = (selector: string, count: number) =>
        page.evaluate(
          async ([wanted, many]) => {
            const began = performance.now();
            const active = document.activeElement ?? document.body;
            const key = wanted.includes(':not') ? 'Escape' : 'Enter';
            active.dispatchEvent(
              new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }),
            );
            while (
              document.querySelector(wanted) === null ||
              document.querySelectorAll(`${wanted} .react-flow__node`).length < many
            )
              await new Promise((resolve) => requestAnimationFrame(resolve));
            await new Promise((resolve) => requestAnimationFrame(resolve));
            return performance.now() - began;
          },
          [selector, count] as const,
        );
      there.push(await until('.board.is-viewing', expected));
      back.push(await until('.board:not(.is-viewing)', nodes.length));
    }
  }
  told(`${templateId}: to another viewpoint, first time`, there.slice(0, groups.length), plainThere);
  told(`${templateId}: to another viewpoint, again`, there.slice(groups.length), plainThere);
  told(`${templateId}: back to the facilitator`, back, plainBack);
  served.stop();
  await browser.close();
  await server.stop();
}

function graphOfTemplate(id: string): Graph {
  const found = template(id);
  if (found === null) throw new RangeError(id);
  let next = 0;
  const newId = () => {
    next += 1;
    return `x${next}` as never;
  };
  const graph = new Graph(found.policy);
  for (const element of instantiate(found, { newNodeId: newId, newLinkId: newId })) graph.put(element);
  return graph;
}

/** 200 groups of 14 persons, a contact and a guide each: some 10,000 elements. */
function largeBoard(): Graph {
  const draft = draftBoard('detached');
  draft.body('centre');
  for (let group = 0; group < 200; group += 1) {
    draft.cell(`g${group}`).guides('centre', `g${group}`);
    for (let one = 0; one < 14; one += 1) {
      draft.person(`p${group}-${one}`).member(`p${group}-${one}`, `g${group}`);
      if (one > 0) draft.contact(`p${group}-${one}`, `p${group}-${one - 1}`);
    }
    if (group > 0) draft.contact(`p${group}-0`, `p${group - 1}-0`);
  }
  return draft.graph;
}

function asking(name: string, graph: Graph): void {
  const size = graph.nodes.size + graph.links.size;
  const title = `${name} (${size} elements)`;
  const repeat = (run: () => unknown) => Array.from({ length: ROUNDS }, () => timed(run));
  const group = [...graph.nodes.values()].find(({ kind }) => kind === 'cell' || kind === 'circle');
  const person = [...graph.nodes.values()].find(({ kind }) => kind === 'person');
  if (group === undefined || person === undefined) return;
  const policy: BoardEdit[] = [{ type: 'policy', policy: namedPolicy('territorial') }];
  const open: BoardEdit[] = [{ type: 'disclosure', id: group.id, disclosure: 'open' }];
  told(
    `${title}: preview of another policy`,
    repeat(() => preview(graph, policy)),
  );
  told(
    `${title}: preview of a disclosure`,
    repeat(() => preview(graph, open)),
  );
  told(
    `${title}: preview of somebody leaving`,
    repeat(() => preview(graph, [{ type: 'remove', id: person.id }])),
  );
  told(
    `${title}: a lens`,
    repeat(() => new VisibilityCache(graph).visibility(group.id as NodeId).all()),
  );
  told(
    `${title}: who can see somebody`,
    repeat(() => whoSees(new VisibilityCache(graph), person.id)),
  );
  told(
    `${title}: why not`,
    repeat(() => whyNot(new VisibilityCache(graph), { element: person.id, viewpoint: 'everyone' })),
  );
  told(
    `${title}: exposure`,
    repeat(() => exposure(new VisibilityCache(graph))),
  );
}

const largest = TEMPLATE_IDS.map((id) => ({ id, graph: graphOfTemplate(id) })).sort(
  (a, b) => b.graph.nodes.size + b.graph.links.size - a.graph.nodes.size - a.graph.links.size,
)[0];
await switching('circles-and-cells');
if (largest !== undefined) {
  await switching(largest.id);
  asking(largest.id, largest.graph);
}
asking('200 cells', largeBoard());
process.exit(0);
