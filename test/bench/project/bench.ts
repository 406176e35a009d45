/**
 * `npm run bench:project`: how much processor time it takes to read off one element what a viewpoint is sent, over
 * every element of the largest template for a facilitator, for everyone and for a group; beside the same written
 * by hand. Each is measured several times, each time in a process of its own. A ratio above 1 is slower than by hand.
 */
import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { IdAliases } from '../../../server/view/idAliases.ts';
import { project } from '../../../server/view/projection.ts';
import { Graph } from '../../../shared/graph/graph.ts';
import { newLinkId, newNodeId } from '../../../shared/model/ids.ts';
import { isGroupKind } from '../../../shared/model/kinds.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { TEMPLATE_IDS } from '../../../shared/templates/template.ts';
import { template } from '../../../shared/templates/templates.ts';
import { scopeOf } from '../../../shared/visibility/scope.ts';
import { median } from '../driver/statistics.ts';
import { handWritten } from './handWritten.ts';

const SUBJECTS = { table: project, 'by hand': handWritten } as const;
type Subject = keyof typeof SUBJECTS;

const RUNS = 9;
const WARM_UP = 300;
const ROUNDS = 1_000;

function material() {
  const templates = TEMPLATE_IDS.flatMap((id) => template(id) ?? []);
  const sizeOf = ({ nodes, links }: (typeof templates)[number]) => nodes.length + links.length;
  const [largest] = templates.sort((a, b) => sizeOf(b) - sizeOf(a));
  if (largest === undefined) throw new Error('There is no template.');
  const elements = instantiate(largest, { newNodeId: () => newNodeId(), newLinkId: () => newLinkId() });
  const graph = new Graph(largest.policy);
  for (const element of elements) graph.put(element);
  const group = [...graph.nodes.values()].find(({ kind }) => isGroupKind(kind));
  const contexts = ['facilitator' as const, 'everyone' as const, ...(group ? [group.id] : [])].map(
    (viewpoint) => ({
      graph,
      scope: scopeOf(graph, viewpoint),
      idAliases: new IdAliases([], () => newNodeId()),
    }),
  );
  return { elements, contexts };
}

/** Nanoseconds of processor time for one element. */
function measure(subject: Subject): number {
  const { elements, contexts } = material();
  const run = SUBJECTS[subject];
  let labelled = 0;
  const round = () => {
    for (const context of contexts)
      for (const element of elements) if (run(element, 'edit', context).label !== '') labelled += 1;
  };
  for (let count = 0; count < WARM_UP; count++) round();
  const before = process.cpuUsage();
  for (let count = 0; count < ROUNDS; count++) round();
  const { user, system } = process.cpuUsage(before);
  if (labelled === 0) throw new Error('Nothing was read.');
  return ((user + system) * 1_000) / (ROUNDS * contexts.length * elements.length);
}

function checkAlike(): number {
  const { elements, contexts } = material();
  for (const context of contexts)
    for (const element of elements)
      deepStrictEqual(project(element, 'read', context), handWritten(element, 'read', context));
  return elements.length;
}

const subject = process.argv[2];
if (subject !== undefined) console.log(measure(subject as Subject));
else {
  const count = checkAlike();
  const times: Record<Subject, number[]> = { table: [], 'by hand': [] };
  for (let run = 0; run < RUNS; run++)
    for (const name of Object.keys(SUBJECTS) as Subject[])
      times[name].push(
        Number(
          execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, name], {
            encoding: 'utf8',
          }),
        ),
      );
  const [table, byHand] = [median(times.table), median(times['by hand'])];
  console.log(`${count} elements, three viewpoints, medians of ${RUNS} runs`);
  console.log(
    `from the table: ${table.toFixed(0)} ns, by hand: ${byHand.toFixed(0)} ns, ratio ${(table / byHand).toFixed(2)}`,
  );
}
