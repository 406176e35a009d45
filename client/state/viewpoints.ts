/** Every viewpoint of a board, grouped by kind and sorted by name, narrowed by a search. Pure. */
import type { NodeKind } from '../../shared/model/kinds.ts';
import type { NodeSnapshot } from '../sync/snapshot.ts';

const VIEWPOINT_KINDS = [
  'cell',
  'circle',
  'body',
  'organization',
  'area',
  'person',
] as const satisfies readonly NodeKind[];
type ViewpointKind = (typeof VIEWPOINT_KINDS)[number];

export interface ViewpointGroup {
  readonly kind: ViewpointKind;
  readonly nodes: readonly NodeSnapshot[];
}

export function viewpointGroups(nodes: Iterable<NodeSnapshot>, search = ''): ViewpointGroup[] {
  const wanted = search.trim().toLocaleLowerCase();
  const all = [...nodes].filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const collator = new Intl.Collator(undefined, { numeric: true });
  return VIEWPOINT_KINDS.map((kind) => ({
    kind,
    nodes: all.filter((node) => node.kind === kind).sort((a, b) => collator.compare(a.label, b.label)),
  })).filter((group) => group.nodes.length > 0);
}
