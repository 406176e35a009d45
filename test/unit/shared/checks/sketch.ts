/**
 * Small boards in a few words, and what a check finds on them. Whatever it finds is held to what every check owes:
 * its own name, the severity of its rule, and the same answer where all it does not say that it reads is missing.
 */
import { expect } from 'vitest';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../../../shared/checks/check.ts';
import { CHECKS, runCheck } from '../../../../shared/checks/checks.ts';
import type { CheckCode } from '../../../../shared/checks/codes.ts';
import type { Finding, Repair, SuggestedLink } from '../../../../shared/checks/finding.ts';
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
    const thresholds = { ...DEFAULT_THRESHOLDS, ...options.thresholds };
    const findings = runCheck(code, { picture: this.picture(options), thresholds });
    expect(runCheck(code, { picture: this.#readBy(code).picture(options), thresholds })).toEqual(findings);
    // A finding does not depend on the order in which a board came about.
    expect(
      runCheck(code, { picture: this.#reversed().picture(options), thresholds })
        .map(sorted)
        .sort(),
    ).toEqual(findings.map(sorted).sort());
    for (const { code: own, severity, message, repair } of findings) {
      expect([own, severity]).toEqual([code, NOTES.has(message.key) ? 'note' : 'warning']);
      expect(message.key === code || message.key.startsWith(`${code}-`)).toBe(true);
      if (repair !== undefined) expect(REPAIRS[code]).toContain(`${repair.kind} ${repair.message.key}`);
    }
    return findings;
  }

  /** The board without whatever the check does not say that it reads. */
  #readBy(code: CheckCode): Sketch {
    const { nodes, links, texts, places } = CHECKS[code].reads;
    const read = sketch();
    for (const node of this.nodes) {
      const { label: _, caption: __, position, size, ...bare } = node;
      if (!nodes.includes(node.kind)) continue;
      read.nodes.push({
        ...bare,
        ...(texts && { label: node.label ?? '', caption: node.caption ?? '' }),
        ...(places && position && { position, size: size ?? null }),
      });
    }
    for (const link of this.links) {
      const { label: _, caption: __, ...bare } = link;
      if (links.includes(link.kind)) read.links.push(texts ? link : bare);
    }
    return read;
  }

  #reversed(): Sketch {
    const reversed = sketch();
    reversed.nodes.push(...[...this.nodes].reverse());
    reversed.links.push(...[...this.links].reverse());
    return reversed;
  }

  /** The elements of each finding, in a line. */
  found(code: CheckCode, options: FindOptions = {}): string[] {
    return this.find(code, options)
      .map(({ elements }) => elements.join(' '))
      .sort();
  }
}

export const sketch = () => new Sketch();

const sorted = (finding: Finding) => JSON.stringify(finding);

/** Messages that are no warning. */
const NOTES: ReadonlySet<string> = new Set([
  'double-vote-helps',
  'unconfirmed',
  'no-fraction',
  'overknowing-all',
  'reach',
]);

/** The acts that checks offer, and what stands on their buttons. */
const REPAIRS: Readonly<Partial<Record<CheckCode, readonly string[]>>> = {
  horizontal: ['remove repair-unlink'],
  intermediary: ['remove repair-guide', 'move repair-guide'],
  'double-cell': ['remove repair-leave'],
  'small-factory': ['move repair-join'],
  'double-vote': ['remove repair-leave'],
  unplaced: ['link repair-join'],
  unconfirmed: ['link repair-elect'],
  'fraction-outside': ['link repair-join'],
  unguided: ['link repair-guide'],
  level: ['remove repair-guide', 'move repair-guide'],
};

/** Carries out a repair. */
export function mend(picture: LivePicture, repair: Repair): void {
  const add = (link: SuggestedLink) =>
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
