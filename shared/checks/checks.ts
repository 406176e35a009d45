/** Every check by its code, and how one is run. */
import { detachedBranch } from './campaignHub/detachedBranch.ts';
import { noEditor, noSpokesperson } from './campaignHub/missingRole.ts';
import { noAudience } from './campaignHub/noAudience.ts';
import { onePerson } from './campaignHub/onePerson.ts';
import { overloaded } from './campaignHub/overloaded.ts';
import type { Check, Thresholds } from './check.ts';
import { bridge } from './circlesAndCells/bridge.ts';
import { doubleCell } from './circlesAndCells/doubleCell.ts';
import { horizontal } from './circlesAndCells/horizontal.ts';
import { intermediary } from './circlesAndCells/intermediary.ts';
import { isolatedCircle } from './circlesAndCells/isolatedCircle.ts';
import { overknowing } from './circlesAndCells/overknowing.ts';
import { unrooted } from './circlesAndCells/unrooted.ts';
import type { CheckCode } from './codes.ts';
import type { Finding } from './finding.ts';
import { collective } from './fractions/collective.ts';
import { fractionOutside } from './fractions/fractionOutside.ts';
import { isolatedFraction } from './fractions/isolatedFraction.ts';
import { level } from './fractions/level.ts';
import { noFraction } from './fractions/noFraction.ts';
import { unguided } from './fractions/unguided.ts';
import type { Picture } from './picture.ts';
import { deadEnd } from './readersNetwork/deadEnd.ts';
import { noStudyGroup } from './readersNetwork/noStudyGroup.ts';
import { overstretched } from './readersNetwork/overstretched.ts';
import { reach } from './readersNetwork/reach.ts';
import { thinBridge } from './readersNetwork/thinBridge.ts';
import { bureauSize } from './territorial/bureauSize.ts';
import { delegates } from './territorial/delegates.ts';
import { doubleVote } from './territorial/doubleVote.ts';
import { factoryMajority } from './territorial/factoryMajority.ts';
import { smallFactory } from './territorial/smallFactory.ts';
import { unconfirmed } from './territorial/unconfirmed.ts';
import { unplaced } from './territorial/unplaced.ts';

export const CHECKS: Readonly<Record<CheckCode, Check>> = {
  horizontal,
  intermediary,
  unrooted,
  'isolated-circle': isolatedCircle,
  'double-cell': doubleCell,
  bridge,
  overknowing,

  'bureau-size': bureauSize,
  'small-factory': smallFactory,
  'factory-majority': factoryMajority,
  'double-vote': doubleVote,
  unplaced,
  delegates,
  unconfirmed,

  'fraction-outside': fractionOutside,
  unguided,
  'isolated-fraction': isolatedFraction,
  'no-fraction': noFraction,
  level,
  collective,

  'no-spokesperson': noSpokesperson,
  'no-editor': noEditor,
  'no-audience': noAudience,
  'one-person': onePerson,
  'detached-branch': detachedBranch,
  overloaded,

  reach,
  overstretched,
  'dead-end': deadEnd,
  'thin-bridge': thinBridge,
  'no-study-group': noStudyGroup,
};

/** What the check finds in the picture, in any order. */
export function runCheck(
  code: CheckCode,
  { picture, thresholds }: { picture: Picture; thresholds: Thresholds },
): Finding[] {
  return CHECKS[code].find(picture, thresholds).map((result) => ({ code, ...result }));
}
