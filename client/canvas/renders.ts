/**
 * Counts renders of a component, where the address asks for it (`?renders`): for tests that one change
 * renders one node.
 */
import { useRef } from 'react';

const counting = typeof location !== 'undefined' && new URLSearchParams(location.search).has('renders');

/** The count as an attribute's value, or undefined, which leaves the attribute out. */
export function useRenders(): number | undefined {
  const count = useRef(0);
  if (!counting) return undefined;
  count.current += 1;
  return count.current;
}
