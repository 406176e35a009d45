/**
 * Whether an element is a drawing that still awaits a facilitator, in the eyes of a viewpoint that sees it: it
 * belongs to the viewpoint, to where it stands or to what it guides, and to nobody whose word counts already.
 */
import { type ElementRecord, isConfirmed } from '../model/element.ts';
import type { NodeId } from '../model/ids.ts';
import type { Scope } from './scope.ts';

export function awaitsConfirmation(
  element: ElementRecord,
  { viewpoint, standing, guided }: Pick<Scope, 'viewpoint' | 'standing' | 'guided'>,
): boolean {
  if (isConfirmed(element)) return false;
  const { owner } = element;
  return owner === viewpoint || standing.has(owner as NodeId) || guided.has(owner as NodeId);
}
