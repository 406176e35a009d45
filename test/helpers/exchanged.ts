/** Random contents of boards for tests of files, with names that files stumble over, and the way back from a file. */
import * as fc from 'fast-check';
import type { ExchangeContent, ExchangeLink, ExchangeNode } from '../../shared/exchange/content.ts';
import { likelyMapping, planOf } from '../../shared/exchange/plan.ts';
import { readTexts } from '../../shared/exchange/readFiles.ts';
import type { Reading } from '../../shared/exchange/reading.ts';
import type { LinkId, NodeId, Viewpoint } from '../../shared/model/ids.ts';
import { DISCLOSURES, isGroupKind, LINK_KINDS, mayJoin, NODE_KINDS } from '../../shared/model/kinds.ts';

export const NASTY = [
  '',
  ' ',
  "=cmd|' /C calc'!A0",
  "'=1+1",
  "''-2",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  'a "quoted" name',
  "it's",
  'a,b;c\td|e',
  'two\nlines',
  'two\r\nlines\rthree',
  'ends with \\',
  '<script>alert(1)</script>',
  '<b>',
  ']]>',
  '&amp; &lt; &#10; %20',
  '-->',
  'سلام، «دنیا»',
  'می‌خواهم',
  '\u202eabc\u202c',
  '👩🏽‍🔧 🇮🇷',
  'control \u0001 \u0000 \u001f \u007f \u0085',
  '\ud800 half',
  'half \udc00',
  '\ufffe\uffff',
  'node',
  'end',
  '"];',
  '`code`',
  '__proto__',
  'constructor',
  '#35; #quot;',
  'true',
  '1e5',
  '۱۲۳',
  'sep=;',
] as const;

const text = (maxLength: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
    { weight: 2, arbitrary: fc.string({ maxLength: Math.min(40, maxLength) }) },
    { weight: 1, arbitrary: fc.string({ maxLength: Math.min(12, maxLength), unit: 'binary' }) },
  );

const number = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000 }),
  fc.integer({ min: -10_000, max: 10_000 }).map((tenths) => tenths / 10),
  fc.constantFrom(-1_000_000, 1_000_000),
);
const extent = fc.oneof(fc.integer({ min: 16, max: 900 }), fc.constant(100_000), fc.constant(20.5));

const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const node = (id: string) =>
  fc
    .record({
      kind: fc.constantFrom(...NODE_KINDS),
      label: text(500),
      caption: text(80),
      notes: text(200),
      position: fc.record({ x: number, y: number }),
      size: fc.option(fc.record({ width: extent, height: extent }), { nil: undefined }),
      color: fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined }),
      locked: fc.boolean(),
      disclosure: fc.option(fc.constantFrom(...DISCLOSURES), { nil: undefined }),
    })
    .map(
      ({ size, disclosure, ...fields }) =>
        defined({
          id,
          ...fields,
          size: fields.kind === 'person' ? undefined : size,
          disclosure: isGroupKind(fields.kind) ? disclosure : undefined,
        }) as unknown as ExchangeNode,
    );

const viewpoint = (ids: readonly string[]) =>
  fc.constantFrom<Viewpoint[]>('facilitator', 'everyone', ...(ids as NodeId[]));

/** With owners and audiences, as a facilitator's own view holds them. */
export const anyContent: fc.Arbitrary<ExchangeContent> = fc
  .uniqueArray(fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/), { minLength: 1, maxLength: 8 })
  .map((ids) => ids.map((id) => `i${id}`))
  .chain((ids) => {
    const governed = fc.record({
      owner: viewpoint(ids),
      audience: fc.option(fc.uniqueArray(viewpoint(ids), { maxLength: 3 }), { nil: undefined }),
    });
    const link = fc.record({
      kind: fc.constantFrom(...LINK_KINDS),
      source: fc.constantFrom(...ids),
      target: fc.constantFrom(...ids),
      label: text(500),
      caption: text(80),
      locked: fc.boolean(),
      governed,
    });
    return fc
      .record({
        title: text(100),
        nodes: fc.tuple(...ids.map(node)),
        governing: fc.array(governed, { minLength: ids.length, maxLength: ids.length }),
        links: fc.array(link, { maxLength: 12 }),
      })
      .map(({ title, nodes, governing, links }) => ({
        title,
        nodes: nodes.map((one, index) => defined({ ...one, ...governing[index] }) as ExchangeNode),
        links: sound(
          links.map(
            ({ governed: given, ...one }, index) =>
              defined({ id: `l${index}`, ...one, ...given }) as unknown as ExchangeLink,
          ),
          nodes,
        ),
      }));
  });

/** Without links that no board would take. */
function sound(links: readonly ExchangeLink[], nodes: readonly ExchangeNode[]): ExchangeLink[] {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const memberships = new Set<string>();
  return links.filter(({ kind, source, target }) => {
    const [from, to] = [kinds.get(source), kinds.get(target)];
    if (from === undefined || to === undefined || source === target) return false;
    if (!mayJoin(kind, { source: from, target: to })) return false;
    const pair = `${source} ${target}`;
    if (kind !== 'membership') return true;
    if (memberships.has(pair)) return false;
    memberships.add(pair);
    return true;
  });
}

/** The reading of texts that have to be readable. */
export function readingOf(...texts: readonly string[]): Reading {
  const read = readTexts(texts.map((one, index) => ({ name: `file ${index}`, text: one })));
  if (!read.ok) throw new Error(`${read.error.code} at line ${read.error.line}: ${read.error.what}`);
  return read.value.reading;
}

/** What a board would hold after an import, under the ids the content had. */
export function reimported(reading: Reading, { nodes }: Pick<ExchangeContent, 'nodes'>): ExchangeContent {
  const ids = nodes.map(({ id }) => id);
  let nextNode = 0;
  let nextLink = 0;
  const { nodes: planned, links } = planOf(reading, {
    mapping: likelyMapping(reading),
    isFacilitator: true,
    keepExtra: false,
    newNodeId: () => {
      const key = reading.nodes[nextNode]?.key ?? '';
      // The keys of tables are rows, which stand in the order of the nodes.
      const id = /^row \d/.test(key) ? ids[nextNode] : key;
      nextNode += 1;
      return (id ?? `new ${nextNode}`) as NodeId;
    },
    newLinkId: () => `l${nextLink++}` as LinkId,
  });
  const given = <One extends object>(element: One) =>
    Object.fromEntries(Object.entries(element).filter(([, value]) => value !== null));
  return {
    title: reading.title,
    nodes: planned.map((one) => given(one) as unknown as ExchangeNode),
    links: links.map((one) => given(one) as unknown as ExchangeLink),
  };
}

/** In an order that does not depend on how they stood in a file, and with links numbered anew. */
export function inOrder({ title, nodes, links }: ExchangeContent): ExchangeContent {
  const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return {
    title,
    nodes: [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1)),
    links: links
      .map(({ id: _id, ...one }) => Object.fromEntries(Object.entries(one).sort()))
      .sort(byText) as never,
  };
}
