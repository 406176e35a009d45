/**
 * The board that a first start brings along. Its id is kept before the board is made, so that a start cut short
 * does not make two.
 */
import { type BoardId, newBoardId } from '../../shared/model/ids.ts';
import type { InviteRow } from '../store/store.ts';
import { type BoardMaking, inviteUrl, makeBoard } from './newBoard.ts';

const EXAMPLE_SETTING = 'example-board';
const EXAMPLE_TEMPLATE = 'circles-and-cells';

/** A facilitator's link to the example board, which is made when it is missing. */
export async function exampleLink(making: BoardMaking, origin: string): Promise<string> {
  const { store, access, random } = making;
  let board = (await store.setting(EXAMPLE_SETTING)) as BoardId | null;
  if (board === null) {
    board = newBoardId(random);
    await store.putSetting(EXAMPLE_SETTING, board);
  }
  if (!(await store.hasBoard(board))) await makeBoard(making, { id: board, template: EXAMPLE_TEMPLATE });
  return inviteUrl(origin, { board, secret: access.secret(await facilitatorInvite(making, board)) });
}

/** The first that serves; a new one where all were revoked: whoever reads the console runs the server. */
async function facilitatorInvite({ store, access }: BoardMaking, board: BoardId): Promise<InviteRow> {
  const invites = await access.invites(board);
  const serving = invites.find(
    ({ role, expires, maxUses }) => role === 'facilitator' && expires === null && maxUses === null,
  );
  if (serving !== undefined) return serving;
  const invite = access.draft({ board, viewpoint: 'facilitator', role: 'facilitator' });
  await store.putInvite(invite);
  return invite;
}
