/** Reading a template as a structure: who belongs where, and what leads where. */
import type { LinkKind, NodeKind } from '../../../../shared/model/kinds.ts';
import type {
  Template,
  TemplateId,
  TemplateLink,
  TemplateNode,
} from '../../../../shared/templates/template.ts';
import { template } from '../../../../shared/templates/templates.ts';

export function drawnTemplate(id: TemplateId): Template {
  const drawn = template(id);
  if (drawn === null) throw new Error(`No template ${id}.`);
  return drawn;
}

export const nodesByKey = ({ nodes }: Template): Map<string, TemplateNode> =>
  new Map(nodes.map((node) => [node.id, node]));

export const ofKind = ({ nodes }: Template, kind: NodeKind): TemplateNode[] =>
  nodes.filter((node) => node.kind === kind);

/** Those of the kind whose caption has the text in it. */
export const captioned = (drawn: Template, kind: NodeKind, caption: string): TemplateNode[] =>
  ofKind(drawn, kind).filter((node) => node.caption.includes(caption));

export const linksOf = ({ links }: Template, kind: LinkKind): TemplateLink[] =>
  links.filter((link) => link.kind === kind);

export const groupsOf = (drawn: Template, key: string): string[] =>
  linksOf(drawn, 'membership')
    .filter(({ source }) => source === key)
    .map(({ target }) => target);

export function membersOf(drawn: Template, group: string, kind: NodeKind = 'person'): string[] {
  const byKey = nodesByKey(drawn);
  return linksOf(drawn, 'membership')
    .filter(({ source, target }) => target === group && byKey.get(source)?.kind === kind)
    .map(({ source }) => source);
}

/** The groups a node belongs to, and those that these belong to, upwards. */
export function groupsAround(drawn: Template, key: string): Set<string> {
  const around = new Set<string>();
  const above = parents(drawn);
  const climb = (from: string) => {
    for (const group of above.get(from) ?? []) {
      if (around.has(group)) continue;
      around.add(group);
      climb(group);
    }
  };
  climb(key);
  return around;
}

const parentsOf = new WeakMap<Template, Map<string, string[]>>();

function parents(drawn: Template): Map<string, string[]> {
  const known = parentsOf.get(drawn);
  if (known !== undefined) return known;
  const above = new Map<string, string[]>();
  for (const { source, target } of linksOf(drawn, 'membership')) {
    above.set(source, [...(above.get(source) ?? []), target]);
  }
  parentsOf.set(drawn, above);
  return above;
}

/** Everything reached from a start along the links given, either way, without passing through `without`. */
export function reached(
  links: readonly { source: string; target: string }[],
  start: string,
  without?: string,
): Set<string> {
  const seen = new Set([start]);
  for (const key of seen) {
    for (const { source, target } of links) {
      const next = source === key ? target : target === key ? source : null;
      if (next !== null && next !== without) seen.add(next);
    }
  }
  return seen;
}

/** Everything reached from a start along the direction of the links. */
export function downstream(links: readonly TemplateLink[], start: string): Set<string> {
  const seen = new Set([start]);
  for (const key of seen) for (const { source, target } of links) if (source === key) seen.add(target);
  return seen;
}
