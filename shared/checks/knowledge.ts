/**
 * What a view shows wholly. Some rules are broken by what is there, others by what is missing, and in a
 * participant's view a thing can seem to be missing because it is hidden. Checks of the second sort ask here
 * first and stay silent where the view cannot know: a bureau seen through one contact has not got one member.
 *
 * Where the view does not say how open a group is, the four policies decide: organizations are open in all.
 */
import type { NodeId } from '../model/ids.ts';
import type { LinkKind } from '../model/kinds.ts';
import { KNOWS_CONTACTS_OF } from '../visibility/traversalRules.ts';
import { groupsOf, personsIn } from './people.ts';
import type { Picture, PictureNode } from './picture.ts';

/** What it is drawn from, besides groups and persons. */
export const KNOWLEDGE_LINKS: readonly LinkKind[] = ['membership', 'contact', 'guidance'];

export class Knowledge {
  readonly #picture: Picture;
  #acquainted: ReadonlySet<NodeId> | null = null;
  #guided: ReadonlySet<NodeId> | null = null;
  #evident: boolean | null = null;

  constructor(picture: Picture) {
    this.#picture = picture;
  }

  /** Whether the viewer stands in the group or is the node: it then knows everything at it. */
  standsIn({ id, disclosure }: PictureNode): boolean {
    const { whole, viewer } = this.#picture;
    return whole || id === viewer || (disclosure !== undefined && disclosure !== null);
  }

  /** Whether all members of the group are seen. */
  members(group: PictureNode): boolean {
    if (this.standsIn(group)) return true;
    if (group.kind === 'organization') return personsIn(this.#picture, group.id).size > 0;
    return this.#membersOfGuidedAreSeen() && this.#guidedGroups().has(group.id);
  }

  /** Whether all delegation from and to the group is seen. */
  delegation(group: PictureNode): boolean {
    return this.standsIn(group) || this.#guidedGroups().has(group.id);
  }

  /** Whether all groups and contacts of the person are seen, save groups that hide from the viewer. */
  around(person: NodeId): boolean {
    return this.#picture.whole || this.#acquaintances().has(person);
  }

  /** The viewer, a person, or the members of the viewer, if they are people who know each other. */
  #acquaintances(): ReadonlySet<NodeId> {
    if (this.#acquainted !== null) return this.#acquainted;
    this.#acquainted = this.#knownContactsOf();
    return this.#acquainted;
  }

  #knownContactsOf(): ReadonlySet<NodeId> {
    const self = this.#self();
    if (self === undefined) return new Set();
    switch (KNOWS_CONTACTS_OF[self.kind]) {
      case 'itself':
        return new Set([self.id]);
      case 'its-members':
        return personsIn(this.#picture, self.id);
      case 'none':
        return new Set();
    }
  }

  #self(): PictureNode | undefined {
    const { nodes, viewer } = this.#picture;
    return nodes.get(viewer);
  }

  /**
   * Whoever guides a group sees its members unless the policy says otherwise, and participants are not told
   * what it says. It is evident when a guided group shows a member whom the viewer cannot know in another way.
   */
  #membersOfGuidedAreSeen(): boolean {
    if (this.#evident !== null) return this.#evident;
    const known = new Set(this.#acquaintances());
    for (const person of this.#acquaintances()) {
      for (const { other } of this.#picture.outOf(person, 'contact')) known.add(other.id);
      for (const { other } of this.#picture.into(person, 'contact')) known.add(other.id);
    }
    this.#evident = [...this.#guidedGroups()].some((group) =>
      [...personsIn(this.#picture, group)].some((person) => !known.has(person)),
    );
    return this.#evident;
  }

  /** Along guidance, and down through the members of guided areas. */
  #guidedGroups(): ReadonlySet<NodeId> {
    if (this.#guided !== null) return this.#guided;
    const picture = this.#picture;
    const self = this.#self();
    const starts =
      self?.kind === 'person'
        ? [...groupsOf(picture, self.id)].filter(({ kind }) => kind === 'body').map(({ id }) => id)
        : self === undefined
          ? []
          : [self.id];
    const guided = new Set<NodeId>();
    const follow = (from: NodeId) => {
      for (const { other } of picture.outOf(from, 'guidance')) guided.add(other.id);
    };
    starts.forEach(follow);
    for (const id of guided) {
      follow(id);
      if (picture.nodes.get(id)?.kind !== 'area') continue;
      for (const { other } of picture.into(id, 'membership'))
        if (other.kind !== 'person') guided.add(other.id);
    }
    this.#guided = guided;
    return guided;
  }
}
