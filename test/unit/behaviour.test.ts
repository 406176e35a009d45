/** The specification of behaviour and its tests: every line has one that carries its number, and no test another. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const told = [...readFileSync('shared/docs/behaviour.md', 'utf8').matchAll(/^\| B-(\d+)\.(\d+) \|/gm)].map(
  ([, section, line]) => [Number(section), Number(line)] as const,
);

function shown(): Set<string> {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(test|spec)\.ts$/.test(path) && !path.includes('node_modules'))
    .map((path) => readFileSync(join('test', path), 'utf8'));
  return new Set(
    files.flatMap((text) => [...text.matchAll(/\[B-(\d+\.\d+)\]/g)].map(([, number = '']) => number)),
  );
}

it('every line of the specification has a test, and every number in a test has a line', () => {
  expect([...shown()].sort()).toEqual(told.map(([section, line]) => `${section}.${line}`).sort());
});

it('lines are numbered without a gap', () => {
  expect(told.length).toBeGreaterThan(60);
  for (const [index, [section, line]] of told.entries()) {
    const [before, last] = told[index - 1] ?? [0, 0];
    expect([section, line]).toEqual(section === before ? [section, last + 1] : [before + 1, 1]);
  }
});
