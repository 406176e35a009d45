/** Which kinds of nodes and links a view has, as one string: equal while none comes or goes. Pure. */
import type { LinkKind, NodeKind } from '../../../shared/model/kinds.ts';

interface ViewElements {
  readonly nodes: ReadonlyMap<string, { readonly kind: NodeKind }>;
  readonly links: ReadonlyMap<string, { readonly kind: LinkKind }>;
}

export function kindsInUse({ nodes, links }: ViewElements): string {
  const kinds = new Set<NodeKind | LinkKind>();
  for (const { kind } of nodes.values()) kinds.add(kind);
  for (const { kind } of links.values()) kinds.add(kind);
  return [...kinds].sort().join(' ');
}
