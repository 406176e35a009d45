/** How often each check finds something on a drawing: the same for the same drawing under other ids. */
import { DEFAULT_THRESHOLDS } from '../../../../shared/checks/check.ts';
import { CHECKS } from '../../../../shared/checks/checks.ts';
import { CHECK_CODES } from '../../../../shared/checks/codes.ts';
import { LivePicture } from '../../../../shared/checks/picture.ts';
import type { ElementRecord } from '../../../../shared/model/element.ts';
import type { Policy } from '../../../../shared/policies/policies.ts';

export function checksOn(elements: readonly ElementRecord[], policy: Policy): Record<string, number> {
  const picture = new LivePicture({ viewer: 'facilitator', policy });
  for (const element of elements) picture.put(element);
  const counts = CHECK_CODES.map((code) => [code, CHECKS[code].find(picture, DEFAULT_THRESHOLDS).length]);
  return Object.fromEntries(counts);
}
