/** Small boards in a few words, and what a check finds on them. */
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../../../shared/checks/check.ts';
import { CHECKS } from '../../../../shared/checks/checks.ts';
import type { CheckCode } from '../../../../shared/checks/codes.ts';
import type { Finding, NewLink, Repair } from '../../../../shared/checks/finding.ts';
import { LivePicture, type PictureLink, type PictureNode } from '../../../../shared/checks/picture.ts';
import type { LinkId, NodeId, Viewpoint } from '../../../../shared/model/ids.ts';
import type { GroupKind, LinkKind, NodeKind } from '../../../../shared/model/kinds.ts';
import type { Policy } from '../../../../shared/policies/policies.ts';

type NodeSpec = Partial<Omit<PictureNode, 'id' | 'kind'>> & { readonly at?: readonly [number, number] };

export interface FindOptions {
  readonly viewer?: string;
  readonly policy?: Policy;
  readonly thresholds?: Partial<Thresholds>;
}

const words = (text: string) => text.split(' ').filter((word) => word !== '');

export class Sketch {
  readonly nodes: PictureNode[] = [];
  readonly links: PictureLink[] = [];

  node(kind: NodeKind, id: string, { at, ...spec }: NodeSpec = {}): this {
    const position = at && { position: { x: at[0], y: at[1] } };
    this.nodes.push({ id: id as NodeId, kind, ...position, ...spec });
    return this;
  }

  /** A group with these people in it; whoever is new is drawn. */
  group(
    kind: GroupKind,
    id: string,
    { people = '', ...spec }: NodeSpec & { readonly people?: string } = {},
  ): this {
    this.node(kind, id, spec);
    for (const person of words(people)) this.join(person, id);
    return this;
  }

  join(member: string, group: string, text: Partial<PictureLink> = {}): this {
    if (!this.nodes.some(({ id }) => id === member)) this.node('person', member);
    return this.link('membership', `${member} ${group}`, text);
  }

  /** The link's id is its kind and ends. */
  link(kind: LinkKind, ends: string, text: Partial<PictureLink> = {}): this {
    const [source = '', target = ''] = words(ends);
    const ids = {
      id: `${kind}-${source}-${target}` as LinkId,
      source: source as NodeId,
      target: target as NodeId,
    };
    this.links.push({ ...ids, kind, ...text });
    return this;
  }

  /** Contacts "a b" between people. */
  contacts(...pairs: readonly string[]): this {
    for (const pair of pairs) {
      for (const person of words(pair)) {
        if (!this.nodes.some(({ id }) => id === person)) this.node('person', person);
      }
      this.link('contact', pair);
    }
    return this;
  }

  picture({ viewer = 'facilitator', policy }: FindOptions = {}): LivePicture {
    const { nodes, links } = this;
    return new LivePicture({ viewer: viewer as Viewpoint, ...(policy && { policy }), nodes, links });
  }

  find(code: CheckCode, options: FindOptions = {}): Finding[] {
    return CHECKS[code].find(this.picture(options), { ...DEFAULT_THRESHOLDS, ...options.thresholds });
  }

  /** The elements of each finding, in a line. */
  found(code: CheckCode, options: FindOptions = {}): string[] {
    return this.find(code, options)
      .map(({ elements }) => elements.join(' '))
      .sort();
  }
}

export const sketch = () => new Sketch();

/** Carries out a repair. */
export function mend(picture: LivePicture, repair: Repair): void {
  const add = (link: NewLink) =>
    picture.put({ id: `new-${link.kind}-${link.source}-${link.target}` as LinkId, ...link });
  switch (repair.kind) {
    case 'remove':
      for (const id of repair.links) picture.remove(id);
      return;
    case 'link':
      add(repair.link);
      return;
    case 'move':
      for (const id of repair.remove) picture.remove(id);
      repair.add.forEach(add);
  }
}
