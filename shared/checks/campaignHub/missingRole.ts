/**
 * `no-spokesperson` and `no-editor`: an institution is fronted by a known spokesperson, a publication has an
 * editor. Both are somebody whose membership says so. Where a participant sees nobody at all in a group, its
 * members may be hidden, and nothing is said.
 */
import type { NodeKind } from '../../model/kinds.ts';
import { type CaptionWord, isCalled, says } from '../captions.ts';
import type { Check } from '../check.ts';
import { personsIn } from '../people.ts';
import type { Picture, PictureNode } from '../picture.ts';

export const noSpokesperson: Check = {
  reads: { nodes: ['person', 'organization'], links: ['membership'], texts: true, places: false },
  find: (picture) =>
    lacking(picture, { kinds: ['organization'], called: 'institution', role: 'spokesperson' }).map(
      ({ id }) => ({
        severity: 'warning',
        elements: [id],
        message: { key: 'no-spokesperson', values: { institution: [id] } },
      }),
    ),
};

export const noEditor: Check = {
  reads: { nodes: ['person', 'organization', 'body'], links: ['membership'], texts: true, places: false },
  find: (picture) =>
    lacking(picture, { kinds: ['organization', 'body'], called: 'publication', role: 'editor' }).map(
      ({ id }) => ({
        severity: 'warning',
        elements: [id],
        message: { key: 'no-editor', values: { publication: [id] } },
      }),
    ),
};

/** The groups of those kinds, called so, in which nobody has the role. */
function lacking(
  picture: Picture,
  { kinds, called, role }: { kinds: readonly NodeKind[]; called: CaptionWord; role: CaptionWord },
): PictureNode[] {
  return kinds
    .flatMap((kind) => [...picture.ofKind(kind)])
    .filter((group) => {
      if (!isCalled(group, called)) return false;
      if (!picture.whole && personsIn(picture, group.id).size === 0) return false;
      return ![...picture.into(group.id, 'membership')].some(
        ({ link, other }) => other.kind === 'person' && says(link, role),
      );
    });
}
