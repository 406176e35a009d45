/**
 * The style sheets' own rules. Every rule stands in the cascade layer of its folder, so which sheet overrides
 * which does not depend on the order of loading. Every class belongs to one folder, which alone styles it; what
 * others must see of a part's state they set or read as a data attribute.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ChildNode, parse, type Rule } from 'postcss';
import { describe, expect, it } from 'vitest';

const LAYERS = ['vendor', 'tokens', 'base', 'ui', 'shapes', 'canvas', 'features', 'app', 'adapt'];
/** Layers whose rules are about elements and the page as a whole. */
const OF_THE_PAGE = new Set(['tokens', 'base']);

interface File {
  readonly path: string;
  readonly text: string;
}

function filesOf(pattern: RegExp): File[] {
  return readdirSync('client', { recursive: true, encoding: 'utf8' })
    .map((path) => join('client', path))
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** The folder of a side that owns a class: one feature, or one of the layers beneath. */
function unitOf(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  return first === 'features' ? `features/${second}` : first;
}

/** Names that only ever qualify a class beside them, and names that a library gives its elements. */
const isModifier = (name: string) => name.startsWith('is-');
const isForeign = (name: string) => /^(react-flow|lucide|dragging$)/.test(name);

const SHEETS = filesOf(/\.css$/);

interface StyledRule {
  readonly sheet: string;
  /** Null where the rule stands in none. */
  readonly layer: string | null;
  readonly selectors: readonly string[];
}

function rulesOf({ path, text }: File): StyledRule[] {
  const found: StyledRule[] = [];
  const visit = (nodes: readonly ChildNode[], layer: string | null) => {
    for (const node of nodes) {
      if (node.type === 'rule') found.push({ sheet: path, layer, selectors: selectorsOf(node) });
      else if (node.type === 'atrule' && node.name !== 'keyframes' && node.nodes !== undefined)
        visit(node.nodes, node.name === 'layer' ? node.params : layer);
    }
  };
  visit(parse(text).nodes, null);
  return found;
}

/** A rule's selectors, without what stands in quotes. */
function selectorsOf({ selectors }: Rule): string[] {
  return selectors.map((selector) => selector.replaceAll(/"[^"]*"/g, ''));
}

function classesIn(selector: string): string[] {
  return [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].flatMap(([, name]) => name ?? []);
}

/** The words in a source's strings, as patterns where a part of the word is computed. */
function wordsOf({ text }: File): Set<string> {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^(import|export) .*$/gm, '');
  const words = new Set<string>();
  for (const [, string = ''] of code.matchAll(/'([^'\n]*)'/g)) addWords(words, string);
  for (const [, string = ''] of code.matchAll(/"([^"\n]*)"/g)) addWords(words, string);
  for (const [, string = ''] of code.matchAll(/`([^`]*)`/g))
    addWords(words, string.replaceAll(/\$\{[^}]*\}/g, '*'));
  return words;
}

function addWords(words: Set<string>, string: string): void {
  for (const word of string.split(/[\s.]+/)) if (/[a-z]/.test(word)) words.add(word);
}

const WORDS = new Map<File, Set<string>>();

function uses(source: File, name: string): boolean {
  const words = WORDS.get(source) ?? wordsOf(source);
  WORDS.set(source, words);
  if (words.has(name)) return true;
  for (let end = name.lastIndexOf('-'); end > 0; end = name.lastIndexOf('-', end - 1))
    if (words.has(`${name.slice(0, end + 1)}*`)) return true;
  return false;
}

/** A layer's name for a sheet of this path, or several where its folder has them. */
function layersFor(path: string): readonly string[] {
  const [, first = ''] = path.split('/');
  return first === 'ui' ? ['tokens', 'base', 'ui', 'adapt'] : [first];
}

function outOfLayer(sheets: readonly File[]): string[] {
  return sheets
    .flatMap(rulesOf)
    .filter(({ sheet, layer }) => layer === null || !layersFor(sheet).includes(layer))
    .map(
      ({ sheet, selectors, layer }) => `${sheet}: ${selectors.join(', ')} stands in ${layer ?? 'no layer'}`,
    );
}

/** Classes by name with the sheets that style them, where an element has to have them. */
function styledClasses(sheets: readonly File[]): Map<string, Set<string>> {
  const styled = new Map<string, Set<string>>();
  for (const { sheet, selectors } of sheets.flatMap(rulesOf))
    for (const name of selectors.flatMap(classesIn))
      if (!isForeign(name)) styled.set(name, (styled.get(name) ?? new Set()).add(sheet));
  return styled;
}

function styledInSeveral(sheets: readonly File[]): string[] {
  return [...styledClasses(sheets)]
    .filter(([name]) => !isModifier(name))
    .map(([name, at]) => [name, new Set([...at].map(unitOf))] as const)
    .filter(([, units]) => units.size > 1)
    .map(([name, units]) => `.${name} is styled in ${[...units].sort().join(' and ')}`);
}

/**
 * What `ui` and `shapes` style is there for the folders above them. The others style what is theirs; the canvas
 * also the states of what `shapes` draws for it.
 */
function styledAway(sheets: readonly File[], sources: readonly File[]): string[] {
  return [...styledClasses(sheets)].flatMap(([name, at]) =>
    [...at]
      .filter((sheet) => !isModifier(name) && !['ui', 'shapes'].includes(unitOf(sheet)))
      .filter(
        (sheet) => !sources.some((each) => ownersFor(sheet).includes(unitOf(each.path)) && uses(each, name)),
      )
      .map((sheet) => `${sheet} styles .${name}, which nothing in its folder uses`),
  );
}

function ownersFor(sheet: string): readonly string[] {
  return unitOf(sheet) === 'canvas' ? ['canvas', 'shapes'] : [unitOf(sheet)];
}

function unused(sheets: readonly File[], sources: readonly File[]): string[] {
  return [...styledClasses(sheets)]
    .filter(([name]) => !sources.some((source) => uses(source, name)))
    .map(([name, at]) => `.${name} in ${[...at].join(', ')} is used by nothing`);
}

/** Selectors with no class of their own would style what any other folder draws. */
function withoutClass(sheets: readonly File[]): string[] {
  return sheets.flatMap(rulesOf).flatMap(({ sheet, layer, selectors }) =>
    selectors
      .filter((selector) => {
        const names = classesIn(selector);
        if (OF_THE_PAGE.has(layer ?? '')) return names.length > 0;
        return !names.some((name) => !isModifier(name) && (!isForeign(name) || unitOf(sheet) === 'canvas'));
      })
      .map((selector) => `${sheet}: ${selector}`),
  );
}

const SOURCES = filesOf(/\.tsx?$/).filter(({ path }) => !/messages/.test(path));

describe('the style sheets', () => {
  it('declare the order of their layers once, before anything else', () => {
    const statements = SHEETS.flatMap(({ path, text }) =>
      parse(text)
        .nodes.filter((node) => node.type === 'atrule' && node.name === 'layer' && node.nodes === undefined)
        .map((node) => ({ path, order: node.type === 'atrule' ? node.params : '' })),
    );
    expect(statements).toEqual([{ path: 'client/layers.css', order: LAYERS.join(', ') }]);
    const [first] = readFileSync('client/styles.ts', 'utf8').match(/import '.*'/) ?? [];
    expect(first).toBe("import './layers.css'");
    expect(readFileSync('client/main.tsx', 'utf8').match(/import .*/)?.[0]).toBe("import './styles.ts';");
  });

  it('have every rule in the layer of their folder', () => {
    expect(outOfLayer(SHEETS)).toEqual([]);
  });

  it('are imported by what they style, in their own folder; those for all by the first file of the page', () => {
    const importsOf = ({ path, text }: File) =>
      [...text.matchAll(/import '(\.[^']*\.css)'/g)].map(([, to = '']) => ({
        from: path,
        to: join(dirname(path), to),
      }));
    const imports = SOURCES.flatMap(importsOf);
    const away = imports.filter(({ from, to }) =>
      from === 'client/styles.ts' ? !/^client\/(layers\.css|ui\/)/.test(to) : dirname(from) !== dirname(to),
    );
    expect(away).toEqual([]);
    const imported = new Set(imports.map(({ to }) => to));
    expect(SHEETS.map(({ path }) => path).filter((path) => !imported.has(path))).toEqual([]);
  });

  it('take in others’ sheets beneath all of ours, and none of ours', () => {
    const taken = SHEETS.flatMap(({ text }) => text.match(/@import .*/g) ?? []);
    expect(taken.filter((statement) => !/^@import "[@\w][^"]*" layer\(vendor\);$/.test(statement))).toEqual(
      [],
    );
  });

  it('style a class in one folder alone', () => {
    expect(styledInSeveral(SHEETS)).toEqual([]);
  });

  it('style a class where it is used', () => {
    expect(styledAway(SHEETS, SOURCES)).toEqual([]);
  });

  it('style no class that nothing uses', () => {
    expect(unused(SHEETS, SOURCES)).toEqual([]);
  });

  it('name a class of their own in every selector, or none where they are about the page', () => {
    expect(withoutClass(SHEETS)).toEqual([]);
  });

  it('would be found out otherwise', () => {
    const sheet = (path: string, text: string): File => ({ path: `client/${path}`, text });
    const source: File = {
      path: 'client/features/a/A.tsx',
      text: 'className="one two" className={`hue-${hue}`}',
    };
    expect(outOfLayer([sheet('ui/a.css', '.one { color: red }')])).toHaveLength(1);
    expect(outOfLayer([sheet('ui/a.css', '@layer features { .one { color: red } }')])).toHaveLength(1);
    expect(styledInSeveral([sheet('ui/a.css', '.one {}'), sheet('app/a.css', '.b .one {}')])).toHaveLength(1);
    expect(styledAway([sheet('features/b/b.css', '.one {} .hue-3 {}')], [source])).toHaveLength(2);
    expect(unused([sheet('ui/a.css', '.one .three, .hue-3 {}')], [source])).toHaveLength(1);
    expect(withoutClass([sheet('ui/a.css', '@layer ui { main, .is-on, .two b {} }')])).toHaveLength(2);
  });
});
