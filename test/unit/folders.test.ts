/**
 * Which way dependencies point: the page and the server both know `shared/` and never each other, `shared/`
 * knows neither Node nor the browser, and nothing depends on itself in a circle.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  readonly from: string;
  /** A path in the project, or the name of a package. */
  readonly to: string;
  readonly isOurs: boolean;
}

const SOURCES = ['client', 'server', 'shared'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => join(folder, path)),
);

/** Without what is built: the starter runs the bundle. */
const IMPORTS = SOURCES.flatMap(importsOf).filter(({ to }) => !to.startsWith('dist/'));

function importsOf(from: string): Import[] {
  const text = readFileSync(from, 'utf8');
  const statements = text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]/g);
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [...statements, ...dynamic].map(([, name = '']) => {
    const isOurs = name.startsWith('.');
    return { from, to: isOurs ? join(dirname(from), name) : name, isOurs };
  });
}

/**
 * Each side as a tower, from the top: what stands on a floor may import from its own and from those below it.
 * A file directly under the side has its own floor where others import it.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  client: ['app', 'features', 'canvas', 'editing', 'state', 'shapes', 'ui', 'sync', 'session'],
  server: [
    'process.ts',
    'server.ts',
    'config.ts',
    'admin',
    'ws',
    'http',
    'provisioning',
    'metrics',
    'limits',
    'room',
    'view',
    'yjs',
    'board',
    'access',
    'store',
    'startError.ts',
  ],
  shared: [
    'explain',
    'checks',
    'templates',
    'exchange',
    'rights',
    'visibility',
    'graph',
    'policies',
    'protocol.ts',
    'closeCodes.ts',
    'model',
    'text',
  ],
};

/** What is started and imported by nothing. */
const STARTERS = new Set([
  'client/main.tsx',
  'client/styles.ts',
  'server/main.ts',
  'server/dev.ts',
  'server/start.mjs',
  'server/install.mjs',
  'server/build.mjs',
  'server/admin.mjs',
  'server/backup.mjs',
  'server/restore.mjs',
]);

const folder = (path: string) => path.split('/')[0];

describe('the folders', () => {
  it('hold sources that import what exists', () => {
    expect(IMPORTS.length).toBeGreaterThan(300);
    expect(IMPORTS.filter(({ to, isOurs }) => isOurs && !existsSync(to))).toEqual([]);
  });

  it('keep client and server apart, with shared below both', () => {
    const allowed: Record<string, string[]> = {
      client: ['client', 'shared'],
      server: ['server', 'shared'],
      shared: ['shared'],
    };
    const wrong = IMPORTS.filter(
      ({ from, to, isOurs }) => isOurs && !allowed[folder(from) ?? '']?.includes(folder(to) ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  it('keep shared free of Node, of the page and of the network', () => {
    // Files of other programs are parsed by packages, which the server never loads.
    const parsers = new Map([
      ['papaparse', 'shared/exchange/formats/csv/'],
      ['saxes', 'shared/exchange/xml/'],
    ]);
    const packages = IMPORTS.filter(({ from, isOurs }) => !isOurs && folder(from) === 'shared');
    expect(
      packages.filter(({ from, to }) => to !== 'valibot' && !from.startsWith(parsers.get(to) ?? ' ')),
    ).toEqual([]);
    expect(
      IMPORTS.filter(({ from, to }) => folder(from) === 'server' && to.startsWith('shared/exchange/')),
    ).toEqual([]);
    const reaching = SOURCES.filter((path) => folder(path) === 'shared').filter((path) =>
      /\b(document|window|localStorage|process|Buffer|fetch|setTimeout|Date\.now|Math\.random)\b[.(]/.test(
        withoutComments(readFileSync(path, 'utf8')),
      ),
    );
    expect(reaching).toEqual([]);
  });

  it('keep the room free of sockets and files, and of any one database', () => {
    const inner = ['server/board/', 'server/view/', 'server/room/'];
    const wrong = IMPORTS.filter(({ from, to, isOurs }) => {
      if (!inner.some((path) => from.startsWith(path))) return false;
      if (!isOurs) return to === 'ws' || to === 'hono' || to === 'libsql' || isBuiltin(to);
      return /server\/(http|access)\/|store\/(?!store\.ts)/.test(to);
    });
    expect(wrong).toEqual([]);
  });

  it('keep Yjs behind one door on the server', () => {
    const doors = ['server/yjs/viewDoc.ts', 'server/yjs/edits.ts'];
    const outside = (path: string) => path.startsWith('server/') && !path.startsWith('server/yjs/');
    const wrong = IMPORTS.filter(
      ({ from, to }) =>
        outside(from) && (to === 'yjs' || (to.startsWith('server/yjs/') && !doors.includes(to))),
    );
    expect(wrong).toEqual([]);
    const reaching = SOURCES.filter(outside).filter((path) =>
      /\b_item\b|\b_map\b|\b_start\b|\bstore\.clients\b|\byDoc\b/.test(
        withoutComments(readFileSync(path, 'utf8')),
      ),
    );
    expect(reaching).toEqual([]);
  });

  it('have no file that only hands on what others hold', () => {
    expect(SOURCES.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([]);
  });

  it.each(Object.entries(LAYERS))('import only downwards on the side of %s', (side, layers) => {
    const floorOf = (path: string) => layers.indexOf(path.split('/')[1] ?? '');
    const inside = SOURCES.filter((path) => path.startsWith(`${side}/`) && !STARTERS.has(path));
    expect(inside.filter((path) => floorOf(path) < 0)).toEqual([]);
    const upwards = IMPORTS.filter(
      ({ from, to, isOurs }) => isOurs && to.startsWith(`${side}/`) && floorOf(to) < floorOf(from),
    );
    expect(upwards.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('have no two features that need each other', () => {
    const featureOf = (path: string) => /^client\/features\/([^/]+)\//.exec(path)?.[1];
    const next = new Map<string, string[]>();
    for (const { from, to } of IMPORTS) {
      const [one, other] = [featureOf(from), featureOf(to)];
      if (one === undefined || other === undefined || one === other) continue;
      next.set(one, [...(next.get(one) ?? []), other]);
    }
    expect(firstCycle(next)).toBeNull();
  });

  it('declare no type name for two different things', () => {
    const declared = new Map<string, string[]>();
    for (const path of SOURCES) {
      const text = readFileSync(path, 'utf8');
      for (const [, name = ''] of text.matchAll(
        /^(?:export )?(?:abstract )?(?:class|interface|type) (\w+)/gm,
      )) {
        declared.set(name, [...(declared.get(name) ?? []), path]);
      }
    }
    expect([...declared].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });

  it('have no import that leads back to where it began', () => {
    const next = new Map<string, string[]>();
    for (const { from, to, isOurs } of IMPORTS) if (isOurs) next.set(from, [...(next.get(from) ?? []), to]);
    expect(firstCycle(next)).toBeNull();
  });
});

const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

/** The places on a circle of arrows; null when there is none. */
function firstCycle(next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): string[] | null => {
    const at = trail.indexOf(path);
    if (at >= 0) return trail.slice(at);
    if (done.has(path)) return null;
    trail.push(path);
    for (const to of next.get(path) ?? []) {
      const cycle = visit(to);
      if (cycle !== null) return cycle;
    }
    trail.pop();
    done.add(path);
    return null;
  };
  for (const path of next.keys()) {
    const cycle = visit(path);
    if (cycle !== null) return cycle;
  }
  return null;
}
