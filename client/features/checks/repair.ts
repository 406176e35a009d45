/**
 * The repair of a finding: one obvious act, one step of undo, within the reader's rights. A disc moves along:
 * into the group it joins, or out of the one it no longer belongs to.
 */
import type { Repair } from '../../../shared/checks/finding.ts';
import type { Position } from '../../../shared/model/element.ts';
import { type LinkId, type NodeId, newLinkId } from '../../../shared/model/ids.ts';
import { linksOf, placeNodes } from '../../editing/mutations.ts';
import { linkMap } from '../../editing/newElements.ts';
import { boundaryDistance, contains, PERSON_RADIUS, type Shape } from '../../shapes/shapes.ts';
import { canCreate, canEdit } from '../../state/rights.ts';
import type { Workspace } from '../../state/workspace.ts';

/** Why this reader may not repair it; null where they may. */
export type Hindrance = 'viewing' | 'viewer' | 'locked' | 'not-yours' | 'gone';

interface RepairLinks {
  readonly removes: readonly LinkId[];
  readonly adds: readonly { readonly kind: string; readonly source: NodeId; readonly target: NodeId }[];
}

function partsOf(repair: Repair): RepairLinks {
  switch (repair.kind) {
    case 'remove':
      return { removes: repair.links, adds: [] };
    case 'link':
      return { removes: [], adds: [repair.link] };
    case 'move':
      return { removes: repair.remove, adds: repair.add };
  }
}

export function hindrance({ rights, store }: Workspace, repair: Repair): Hindrance | null {
  if (rights.viewing) return 'viewing';
  if (!canCreate(rights)) return 'viewer';
  const { removes, adds } = partsOf(repair);
  for (const { source, target } of adds) {
    if (!store.nodes.has(source) || !store.nodes.has(target)) return 'gone';
  }
  for (const id of removes) {
    const link = store.links.get(id);
    if (link === undefined) return 'gone';
    if (!canEdit(rights, link)) return link.locked ? 'locked' : 'not-yours';
  }
  return null;
}

export function carryOut(workspace: Workspace, repair: Repair): void {
  if (hindrance(workspace, repair) !== null) return;
  const { removes, adds } = partsOf(repair);
  const positions = placesAfter(workspace, { removes, adds });
  workspace.history.act(() => {
    for (const id of removes) linksOf(workspace).delete(id);
    for (const link of adds)
      linksOf(workspace).set(newLinkId(), linkMap(link as Parameters<typeof linkMap>[0]));
    placeNodes(workspace, { positions });
  });
}

/** Where people go whose discs lie in a group that they leave. */
function placesAfter(workspace: Workspace, { removes, adds }: RepairLinks): Map<NodeId, Position> {
  const { store, scene } = workspace;
  const places = new Map<NodeId, Position>();
  for (const id of removes) {
    const link = store.links.get(id);
    if (link === undefined || !scene.isHeld(id) || store.nodes.get(link.source)?.kind !== 'person') continue;
    const left = scene.restingShape(link.target);
    const joined = adds.find(({ kind, source }) => kind === 'membership' && source === link.source);
    const into = joined === undefined ? null : scene.restingShape(joined.target);
    const at = scene.drawnAt(link.source);
    if (left === null || at === null) continue;
    const taken = takenPlaces(workspace, { without: link.source, and: places });
    places.set(link.source, into === null ? outside(left, { at, taken }) : inside(into, taken));
  }
  return places;
}

function takenPlaces(
  { store, scene }: Workspace,
  { without, and }: { without: NodeId; and: ReadonlyMap<NodeId, Position> },
): Position[] {
  const people = [...store.nodes.values()].filter(({ id, kind }) => kind === 'person' && id !== without);
  return people.flatMap(({ id }) => and.get(id) ?? scene.drawnAt(id) ?? []);
}

/** Between two discs, so that their names can be read. */
const APART = 2 * PERSON_RADIUS + 16;

function isFree(place: Position, taken: readonly Position[]): boolean {
  return taken.every(({ x, y }) => Math.hypot(x - place.x, y - place.y) >= APART);
}

/** Rings of places around a point, from the inside out. */
function* around({ x, y }: Position, furthest: number): Generator<Position> {
  for (let radius = 0; radius <= furthest; radius += APART / 2) {
    const steps = Math.max(1, Math.floor((2 * Math.PI * radius) / (APART / 2)));
    for (let step = 0; step < steps; step++) {
      const angle = (2 * Math.PI * step) / steps + Math.PI / 2;
      yield { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
    }
  }
}

/** A free place in a group; its lower half where it is full. */
function inside(group: Shape, taken: readonly Position[]): Position {
  for (const place of around({ x: group.x, y: group.y + group.height / 5 }, group.width / 2)) {
    if (contains(group, place) && isFree(place, taken)) return place;
  }
  return { x: group.x, y: group.y + group.height / 4 };
}

/** The nearest free place outside a group, the way the disc lay from its middle. */
function outside(group: Shape, { at, taken }: { at: Position; taken: readonly Position[] }): Position {
  const away = { x: at.x - group.x, y: at.y - group.y };
  const direction = away.x === 0 && away.y === 0 ? { x: 0, y: 1 } : away;
  const length = Math.hypot(direction.x, direction.y);
  const distance = boundaryDistance(group, direction) + APART;
  const start = {
    x: group.x + (direction.x / length) * distance,
    y: group.y + (direction.y / length) * distance,
  };
  for (const place of around(start, 4 * APART)) {
    if (!contains(group, place) && isFree(place, taken)) return place;
  }
  return start;
}
