/** Whether a link still serves. Pure. */
import type { Invite } from '../../session/api.ts';

/** Whether a link opens nothing any more, and why. */
export function endOf(
  { expires, uses, maxUses }: Pick<Invite, 'expires' | 'uses' | 'maxUses'>,
  now: number,
): 'expired' | 'spent' | null {
  if (expires !== null && expires <= now) return 'expired';
  return maxUses !== null && uses >= maxUses ? 'spent' : null;
}
