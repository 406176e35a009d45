/** Whether this device is worked with fingers, which have no keys to press and nothing to click with. */
export function hasFingers(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
