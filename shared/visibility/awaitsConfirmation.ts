/**
 * Whether a viewpoint that sees an element is told that it awaits confirmation by a facilitator: it is not
 * confirmed, and belongs to the viewpoint, to where it stands or to what it guides.
 */
import { type ElementRecord, isConfirmed } from '../model/element.ts';
import type { Scope } from './scope.ts';

export function awaitsConfirmation(
  element: ElementRecord,
  { viewpoint, standing, guided }: Pick<Scope, 'viewpoint' | 'standing' | 'guided'>,
): boolean {
  if (isConfirmed(element)) return false;
  const { owner } = element;
  return owner === viewpoint || standing.has(owner) || guided.has(owner);
}
