/**
 * `npm run bench`: measures what is asked for, subject after subject and run after run, and writes the medians
 * as a table and as JSON. `--quick` measures once and briefly; `--only=` picks scenarios by a regular expression, whose numbers
 * then replace those of before in the JSON; `--runs=n` and `--subjects=a,b`. `--print` measures nothing and
 * prints the tables of what was measured last.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Numbers, Scenario } from './driver/scenario.ts';
import { median } from './driver/statistics.ts';
import type { SubjectName } from './driver/subjects.ts';
import { churn } from './scenarios/churn.ts';
import { fanOut } from './scenarios/fanOut.ts';
import { joinCell, join as joining } from './scenarios/join.ts';
import { manyRooms } from './scenarios/manyRooms.ts';
import { saturation } from './scenarios/saturation.ts';
import { storage } from './scenarios/storage.ts';
import { views } from './scenarios/views.ts';
import { table } from './table.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    subjects: { type: 'string', default: '' },
    runs: { type: 'string', default: '' },
    print: { type: 'boolean', default: false },
    json: { type: 'string', default: join(import.meta.dirname, 'results', 'bench.json') },
  },
});

const SCENARIOS: readonly Scenario[] = [
  fanOut(10, 5),
  fanOut(50, 5),
  fanOut(50, 20),
  fanOut(200, 5),
  fanOut(200, 20),
  fanOut(200, 197),
  saturation,
  manyRooms(500),
  joining,
  joinCell,
  views,
  storage,
  churn,
];

export interface Result {
  readonly about: string;
  readonly runs: number;
  readonly measured: string;
  readonly subjects: Readonly<Partial<Record<SubjectName, Numbers>>>;
}

export interface Report {
  machine: string;
  results: Record<string, Result>;
}

const wanted = new RegExp(values.only);
const chosen = SCENARIOS.filter(({ name }) => wanted.test(name));
const runsOf = (scenario: Scenario) => Number(values.runs) || (values.quick ? 1 : (scenario.runs ?? 3));
const names = values.subjects.split(',').filter(Boolean);

const report: Report = { ...read(values.json), machine: machine() };
if (values.print)
  for (const { name } of SCENARIOS) {
    const result = report.results[name];
    if (result !== undefined) console.log(table(name, result));
  }
else
  for (const scenario of chosen) {
    console.error(`${scenario.name} …`);
    const began = performance.now();
    const result = await repeat(scenario);
    console.error(`… took ${Math.round((performance.now() - began) / 1_000)} s`);
    report.results[scenario.name] = result;
    write(values.json, report);
    console.log(table(scenario.name, result));
  }

/** Run after run, so that whatever else the machine does meets all subjects alike. */
async function repeat(scenario: Scenario): Promise<Result> {
  const { name, about, subjects, run } = scenario;
  const runs = runsOf(scenario);
  const taking = subjects.filter((subject) => names.length === 0 || names.includes(subject));
  const taken = new Map<SubjectName, Numbers[]>(taking.map((subject) => [subject, []]));
  for (let index = 0; index < runs; index += 1) {
    const order = index % 2 === 0 ? taking : [...taking].reverse();
    for (const subject of order) {
      const numbers = await run(subject, { quick: values.quick });
      taken.get(subject)?.push(numbers);
      if (values.quick) console.error(name, subject, numbers);
    }
  }
  const medians = [...taken].map(([subject, all]) => [subject, mediansOf(all)] as const);
  return { about, runs, measured: new Date().toISOString(), subjects: Object.fromEntries(medians) };
}

function mediansOf(all: readonly Numbers[]): Numbers {
  const keys = Object.keys(all[0] ?? {});
  return Object.fromEntries(
    keys.map((key) => [key, median(all.map((numbers) => numbers[key] ?? Number.NaN))]),
  );
}

function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
}

function read(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return { machine: '', results: {} };
  }
}

function write(path: string, what: Report): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(what, null, 2)}\n`);
}
process.exit(0);
