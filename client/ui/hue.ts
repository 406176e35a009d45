/** The style class of a palette colour. The palette repeats: an index beyond it starts again. */
import { LIMITS } from '../../shared/model/limits.ts';

export function hueClass(hue: number | null): string {
  return hue === null ? 'hue-none' : `hue-${hue % LIMITS.colors}`;
}
