/**
 * A new board, empty or from a template, with the facilitator's first invite: stored in one step, so that no
 * board is ever without a way in.
 */
import {
  type BoardId,
  newBoardId,
  newLinkId,
  newNodeId,
  type RandomBytes,
  type TemplateKey,
} from '../../shared/model/ids.ts';
import { namedPolicy, type Policy } from '../../shared/policies/policies.ts';
import { instantiate, type TemplateContent } from '../../shared/templates/instantiate.ts';
import { template as shippedTemplate } from '../../shared/templates/templates.ts';
import type { AccessControl } from '../access/access.ts';
import type { InviteRow, Store } from '../store/store.ts';

const UNTITLED = 'Untitled board';

export interface BoardMaking {
  readonly store: Store;
  readonly access: AccessControl;
  readonly clock: () => number;
  readonly random: RandomBytes;
}

export interface BoardWish {
  readonly id?: BoardId;
  /** Absent or empty: the template's own, else a stock title. */
  readonly title?: string | undefined;
  readonly template?: string | undefined;
  /** Absent: the template's own, else open. */
  readonly policy?: Policy | undefined;
}

interface OpenTemplate extends TemplateContent {
  readonly title: string;
  readonly policy: Policy;
}

export interface NewBoardLink {
  readonly board: BoardId;
  readonly invite: InviteRow;
  /** How many were made. */
  readonly elements: number;
}

/** A template that is shipped, or was saved here; null when there is none of that id. */
async function templateOf(store: Store, id: string): Promise<OpenTemplate | null> {
  const shipped = shippedTemplate(id);
  if (shipped !== null) return shipped;
  const saved = await store.template(id as TemplateKey);
  return saved && { title: saved.title, ...saved.body };
}

/** Null when there is no such template. */
export async function makeBoard(making: BoardMaking, wish: BoardWish): Promise<NewBoardLink | null> {
  const { store, access, clock, random } = making;
  const template = wish.template === undefined ? undefined : await templateOf(store, wish.template);
  if (template === null) return null;
  const board = wish.id ?? newBoardId(random);
  const invite = access.draft({ board, viewpoint: 'facilitator', role: 'facilitator' });
  const elements =
    template === undefined
      ? []
      : instantiate(template, { newNodeId: () => newNodeId(random), newLinkId: () => newLinkId(random) });
  await store.createBoard({
    id: board,
    title: wish.title || template?.title || UNTITLED,
    policy: wish.policy ?? template?.policy ?? namedPolicy('open'),
    created: clock(),
    elements,
    invite,
  });
  return { board, invite, elements: elements.length };
}

/** Where an invite's link leads. The secret stands in the fragment, which no browser sends to a server. */
export function inviteUrl(origin: string, { board, secret }: { board: BoardId; secret: string }): string {
  return `${origin}/b/${board}#${secret}`;
}
