/** One scenario's numbers side by side, and ours as a ratio of the better peer's. */
import type { Result } from './bench.ts';

const PEERS = ['hocuspocus', 'y-websocket'] as const;

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
  const theirs = PEERS.flatMap((peer) => subjects[peer]?.[key] ?? []);
  if (ours === undefined || theirs.length === 0 || /driver|missing/.test(key)) return '';
  const isMoreBetter = /per second/.test(key);
  return shown(ours / (isMoreBetter ? Math.max(...theirs) : Math.min(...theirs)));
}

function shown(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value === 0) return '0';
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
