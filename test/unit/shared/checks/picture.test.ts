import { describe, expect, it } from 'vitest';
import { LivePicture, type PictureLink, type PictureNode } from '../../../../shared/checks/picture.ts';
import type { LinkId, NodeId } from '../../../../shared/model/ids.ts';

const id = (name: string) => name as NodeId;
const person = (name: string): PictureNode => ({ id: id(name), kind: 'person' });
const tie = (name: string, source: string, target: string): PictureLink => ({
  id: name as LinkId,
  kind: 'tie',
  source: id(source),
  target: id(target),
});
const others = (steps: Iterable<{ other: PictureNode }>) => [...steps].map(({ other }) => other.id as string);

describe('a picture', () => {
  it('is built from arrays or from Maps', () => {
    const nodes = new Map([person('a'), person('b')].map((node) => [node.id, node]));
    const picture = new LivePicture({
      viewer: 'everyone',
      nodes: nodes.values(),
      links: [tie('l', 'a', 'b')],
    });
    expect([...picture.ofKind('person')]).toHaveLength(2);
    expect([...picture.linksOf('tie')]).toHaveLength(1);
    expect(others(picture.outOf(id('a'), 'tie'))).toEqual(['b']);
    expect(others(picture.into(id('b'), 'tie'))).toEqual(['a']);
    expect(others(picture.into(id('a'), 'tie'))).toEqual([]);
    expect(others(picture.outOf(id('a'), 'contact'))).toEqual([]);
  });

  it('counts a link only while both its ends are there', () => {
    const picture = new LivePicture({
      viewer: 'everyone',
      links: [tie('l', 'a', 'b')],
      nodes: [person('a')],
    });
    expect([...picture.linksOf('tie')]).toEqual([]);
    expect(others(picture.outOf(id('a'), 'tie'))).toEqual([]);
    picture.put(person('b'));
    expect([...picture.linksOf('tie')]).toHaveLength(1);
    expect(others(picture.outOf(id('a'), 'tie'))).toEqual(['b']);
    picture.remove(id('b'));
    expect([...picture.linksOf('tie')]).toEqual([]);
  });

  it('follows an element that changes', () => {
    const picture = new LivePicture({ viewer: 'everyone', nodes: [person('a'), person('b'), person('c')] });
    picture.put(tie('l', 'a', 'b'));
    picture.put(tie('l', 'a', 'c'));
    expect(others(picture.outOf(id('a'), 'tie'))).toEqual(['c']);
    expect(others(picture.into(id('b'), 'tie'))).toEqual([]);
    picture.put({ ...person('c'), kind: 'circle' });
    expect([...picture.ofKind('person')].map((node) => node.id)).toEqual(['a', 'b']);
    picture.remove('l' as LinkId);
    picture.remove('l' as LinkId);
    expect([...picture.linksOf('tie')]).toEqual([]);
  });

  it('is whole for the facilitator alone', () => {
    expect(new LivePicture({ viewer: 'facilitator' }).whole).toBe(true);
    expect(new LivePicture({ viewer: 'everyone' }).whole).toBe(false);
  });
});
