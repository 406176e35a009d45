/**
 * `horizontal`: cells are detached, so no link of any kind joins two of them. A cell of which the view does not
 * say how open it is counts as detached, as the model has it.
 */

import { LINK_KINDS } from '../../model/kinds.ts';
import { disclosureOf } from '../../policies/policies.ts';
import type { Check } from '../check.ts';
import type { Picture, PictureNode } from '../picture.ts';
import { nodeRecord } from '../records.ts';

export const horizontal: Check = {
  reads: { nodes: ['cell'], links: LINK_KINDS, texts: false, places: false },
  find: (picture) =>
    [...picture.ofKind('cell')]
      .filter((cell) => isDetached(picture, cell))
      .flatMap((cell) =>
        LINK_KINDS.flatMap((kind) => [...picture.outOf(cell.id, kind)])
          .filter(({ other }) => other.kind === 'cell' && other.id !== cell.id && isDetached(picture, other))
          .map(({ link, other }) => {
            const cells = [cell.id, other.id];
            return {
              severity: 'warning',
              elements: [link.id, ...cells],
              message: { key: 'horizontal', values: { cells } },
              repair: {
                kind: 'remove',
                links: [link.id],
                message: { key: 'repair-unlink', values: { ends: cells } },
              },
            };
          }),
      ),
};

function isDetached({ policy }: Picture, cell: PictureNode): boolean {
  const said = policy === null ? (cell.disclosure ?? null) : disclosureOf(nodeRecord(cell), policy);
  return said === null || said === 'detached';
}
