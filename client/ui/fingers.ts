/** Whether the primary pointer is coarse (touch), so that messages name no keys or clicks. */
export function hasFingers(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
