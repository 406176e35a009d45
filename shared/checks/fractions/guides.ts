/** Who should guide a fraction: the guiding body of its level. */
import { isCalled, levelOf } from '../captions.ts';
import type { Picture, PictureNode } from '../picture.ts';
import { organizationsOf } from './fractionsOf.ts';

/** The level of a fraction, or else that of its organization; null where neither says one. */
export function levelOfFraction(picture: Picture, fraction: PictureNode): string | null {
  const [organization] = organizationsOf(picture, fraction.id);
  return levelOf(fraction) ?? (organization === undefined ? null : levelOf(organization));
}

/** The one guiding body of that level; null where there is none or several. */
export function guidingBody(picture: Picture, level: string | null): PictureNode | null {
  const bodies = [...picture.ofKind('body')].filter(
    (body) => isCalled(body, 'guidingBody') && levelOf(body) === level,
  );
  return bodies.length === 1 ? (bodies[0] ?? null) : null;
}
