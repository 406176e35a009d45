/** Random changes to a random board, for whatever has to say beforehand what a change would do. */
import * as fc from 'fast-check';
import type { BoardEdit } from '../../shared/explain/boardEdit.ts';
import type { ElementRecord } from '../../shared/model/element.ts';
import { DISCLOSURES } from '../../shared/model/kinds.ts';
import { linkId } from './boards.ts';
import {
  anyBoard,
  anyLinkSketch,
  anyNode,
  anyOwner,
  anyPolicy,
  joining,
  type RandomBoard,
  VIEWPOINTS,
} from './randomBoards.ts';

export interface EditedCase {
  readonly board: RandomBoard;
  readonly edits: readonly BoardEdit[];
}

/** One to four edits; those of the whole policy are rare, since they hide what goes wrong in the rest. */
export const anyEditedBoard: fc.Arbitrary<EditedCase> = anyBoard.chain((board) =>
  fc.record({
    board: fc.constant(board),
    edits: fc.array(anyEdit(board), { minLength: 1, maxLength: 4 }),
  }),
);

function anyEdit({ nodes, links }: RandomBoard): fc.Arbitrary<BoardEdit> {
  const elements: readonly ElementRecord[] = [...nodes, ...links];
  const element = fc.constantFrom(...elements);
  const node = fc.constantFrom(...nodes);
  const audience = fc.option(fc.subarray([...VIEWPOINTS], { maxLength: 4 }));
  return fc.oneof(
    { weight: 1, arbitrary: anyPolicy.map((policy): BoardEdit => ({ type: 'policy', policy })) },
    { weight: 4, arbitrary: element.map(({ id }): BoardEdit => ({ type: 'remove', id })) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(node, fc.option(fc.constantFrom(...DISCLOSURES)))
        .map(([{ id }, disclosure]): BoardEdit => ({ type: 'disclosure', id, disclosure })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(element, audience)
        .map(([{ id }, listed]): BoardEdit => ({ type: 'audience', id, audience: listed })),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(element, anyOwner)
        .map(([{ id }, owner]): BoardEdit => ({ type: 'owner', id, owner })),
    },
    { weight: 1, arbitrary: anyNode('n0').map((added): BoardEdit => ({ type: 'put', element: added })) },
    {
      weight: 6,
      arbitrary: anyLinkSketch.map((sketch): BoardEdit => {
        const link = joining(nodes, 'added', sketch);
        if (link === null) return { type: 'remove', id: linkId('nothing') };
        return { type: 'put', element: link };
      }),
    },
  );
}
