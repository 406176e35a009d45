/**
 * Audience of imported elements. What a facilitator imports is seen by facilitators alone on arrival, though the file
 * says otherwise, and later, when they show it, by those whom the file names or else the rules decide. Pure.
 */
import type { NodeId, Viewpoint } from '../model/ids.ts';

/** What keeps an import back; showing it takes exactly this away. */
const KEPT_BACK: readonly Viewpoint[] = ['facilitator'];

/** Whether an element waits to be shown. */
export function isKeptBack(audience: readonly string[] | undefined): boolean {
  return audience?.length === 1 && audience[0] === 'facilitator';
}

/**
 * The audience to make an element with. No one looks from new groups and persons of the same import yet,
 * so an audience of them can stand at once; one of `everyone` waits. What the file reserves for facilitators
 * gets an empty audience, which hides as well and is not opened with the rest.
 */
export function audienceOnArrival(
  audience: readonly Viewpoint[] | undefined,
  isNew: (id: NodeId) => boolean,
): readonly Viewpoint[] {
  if (audience === undefined) return KEPT_BACK;
  const named = audience.filter((one): one is Exclude<Viewpoint, 'facilitator'> => one !== 'facilitator');
  if (named.some((one) => one === 'everyone' || !isNew(one))) return KEPT_BACK;
  return named;
}
