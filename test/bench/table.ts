/** One scenario's numbers side by side, and ours as a ratio of the better peer's. */
import type { Result } from './bench.ts';

const PEERS = ['hocuspocus', 'y-websocket'] as const;
/** Who loses a larger share of the edits is not compared with. */
const MAX_MISSING = 0.5;

/** Markdown. The ratio is ours to the better peer's; below 1 is better for us, except where more is better. */
export function table(name: string, { about, runs, subjects }: Result): string {
  const measured = Object.entries(subjects);
  const [, first = {}] = measured[0] ?? [];
  const lines = [
    `### ${name}`,
    '',
    `${about}; medians of ${runs}.`,
    '',
    `| | ${measured.map(([subject]) => subject).join(' | ')} | ratio |`,
    `| --- | ${measured.map(() => '---:').join(' | ')} | ---: |`,
  ];
  for (const key of Object.keys(first)) {
    const cells = measured.map(([, numbers]) => shown(numbers[key]));
    lines.push(`| ${key} | ${cells.join(' | ')} | ${ratio(subjects, key)} |`);
  }
  return `${lines.join('\n')}\n`;
}

function ratio(subjects: Result['subjects'], key: string): string {
  const ours = subjects.cellboard?.[key];
  // A peer that was overwhelmed has no numbers, or none that say anything.
  const standing = PEERS.filter((peer) => (subjects[peer]?.['missing'] ?? 0) < MAX_MISSING);
  const theirs = standing.flatMap((peer) => subjects[peer]?.[key] ?? []).filter(isMeasured);
  if (!isMeasured(ours) || theirs.length === 0 || /driver|missing/.test(key)) return '';
  const isMoreBetter = /per second/.test(key);
  return shown(ours / (isMoreBetter ? Math.max(...theirs) : Math.min(...theirs)));
}

/** In JSON, what is no finite number is null. */
function isMeasured(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value !== 0;
}

function shown(value: number | null | undefined): string {
  if (value === 0) return '0';
  if (!isMeasured(value)) return '–';
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
