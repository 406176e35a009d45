import { describe, expect, it } from 'vitest';
import { drawBoard } from '../../../../../client/features/images/drawBoard.ts';
import { wrap } from '../../../../../client/features/images/prose.ts';
import { escapeXml } from '../../../../../client/features/images/svg.ts';
import { mixed, readPalette } from '../../../../../client/shapes/colors.ts';
import type { SceneFacts } from '../../../../../client/state/scene/nodeData.ts';
import { NODE_KINDS } from '../../../../../shared/model/kinds.ts';

const palette = readPalette(() => '#336699');
const options = { palette, kindName: () => 'KIND', title: 'Board' };

function node(id: string, kind: string, label = id) {
  const rest = { caption: '', notes: 'SECRET NOTES', locked: false, access: 'edit', size: null, color: 1 };
  return { id, kind, label, ...rest, disclosure: null, position: { x: 300, y: 200 } };
}

function facts(
  nodes: ReturnType<typeof node>[],
  links: { id: string; kind: string; source: string; target: string; label: string }[] = [],
): SceneFacts {
  const store = {
    nodes: new Map(nodes.map((each) => [each.id, each])),
    links: new Map(links.map((each) => [each.id, each])),
    linksAt: (id: string) =>
      links.filter((each) => each.source === id || each.target === id).map((each) => each.id),
    policy: null,
  };
  return { store: store as unknown as SceneFacts['store'], isHeld: () => false };
}

const svgOf = (...args: Parameters<typeof facts>) => drawBoard(facts(...args), options)?.svg ?? '';
const textsOf = (svg: string) =>
  [...svg.matchAll(/<(?:text|textPath)\b[^>]*>([^<]+)</g)].map(([, text]) => text);

describe('the image of a view', () => {
  it('draws every kind with its name', () => {
    const svg = svgOf(NODE_KINDS.map((kind) => node(`a ${kind}`, kind)));
    for (const kind of NODE_KINDS) expect(textsOf(svg)).toContain(`a ${kind}`);
  });

  it('[B-4.15] holds the words of the view and no others: no ids, no notes of people', () => {
    const nodes = [node('id-1', 'person', 'Ada'), node('id-2', 'circle', 'Readers')];
    const svg = svgOf(nodes, [{ id: 'id-3', kind: 'tie', source: 'id-1', target: 'id-2', label: 'knows' }]);
    expect(textsOf(svg).sort()).toEqual(['AD', 'Ada', 'Readers', 'knows']);
    expect(svg).not.toMatch(/id-\d|SECRET/);
  });

  it('asks for each typeface it brings along by its own name, or it comes too late to be painted', () => {
    const fonts = [{ family: 'Vazirmatn', rule: '@font-face{}', letter: 'م' }];
    const svg = drawBoard(facts([node('a', 'person', 'پویا')]), { ...options, fonts })?.svg ?? '';
    expect(svg).toContain('<style>@font-face{}</style>');
    expect(svg).toMatch(/<text[^>]* font-family="Vazirmatn"[^>]* opacity="0"[^>]*>م<\/text>/);
  });

  it('writes Persian from right to left, so that a full stop ends the sentence, and a note all one way', () => {
    const svg = svgOf([
      node('a', 'body', 'کمیته (شهر).'),
      node('b', 'note', 'شهر\nNews از شهر.'),
      node('c', 'cell', 'News.'),
    ]);
    expect(svg).toMatch(/<text unicode-bidi="plaintext"[^>]*>کمیته/);
    expect(svg).toMatch(/<text unicode-bidi="embed"[^>]* direction="rtl"[^>]*>News از/);
    expect(svg).not.toMatch(/(?:bidi|direction)[^>]*>News\./);
  });

  it('leaves out a link of which one end is not in the view', () => {
    const link = { id: 'l', kind: 'contact', source: 'a', target: 'hidden', label: 'with somebody' };
    expect(svgOf([node('a', 'person')], [link])).not.toContain('somebody');
  });

  it('[B-4.17] takes what people write as text', () => {
    const svg = svgOf([node('a', 'note', '<script>alert("1")</script> & more')]);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script');
  });

  it('draws the six kinds of link differently', () => {
    const lines = ['membership', 'contact', 'guidance', 'delegation', 'channel', 'tie'].map((kind) => {
      const far = { ...node('b', 'circle'), position: { x: 900, y: 200 } };
      return svgOf([node('a', 'circle'), far], [{ id: 'l', kind, source: 'a', target: 'b', label: '' }]);
    });
    expect(new Set(lines).size).toBe(6);
  });

  it('has room around everything', () => {
    const image = drawBoard(facts([node('a', 'circle')]), options);
    expect(image).toMatchObject({ width: 288, height: 314 });
    expect(image?.svg).toContain('viewBox="156 30 288 314"');
  });

  it('of an empty view is none', () => {
    expect(drawBoard(facts([]), options)).toBeNull();
  });
});

describe('texts of an image', () => {
  it('are without what XML forbids', () => {
    expect(escapeXml('a\u0000b\ud800c & \'"')).toBe('abc &amp; &#39;&quot;');
  });

  it('are broken between words, and within where there is no other way', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });
});

describe('colours of an image', () => {
  it('are mixed with what lies below', () => {
    expect(mixed('#ffffff', { ground: '#000000', part: 0.5 })).toBe('#808080');
  });
});
