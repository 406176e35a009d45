/**
 * Reveals that are prepared and not released yet. They are kept on this device alone, board by board: what is
 * not on the board cannot be sent to anybody by mistake.
 */
import * as v from 'valibot';
import { type ElementId, isId, type Viewpoint, ViewpointSchema } from '../../../../shared/model/ids.ts';

/** UTF-16 code units. */
export const MAX_REVEAL_NAME = 80;

const PreparedSchema = v.array(
  v.object({
    id: v.string(),
    name: v.pipe(v.string(), v.maxLength(MAX_REVEAL_NAME)),
    elements: v.array(v.custom<ElementId>(isId)),
    viewpoints: v.array(ViewpointSchema),
  }),
);

export interface Prepared {
  readonly id: string;
  readonly name: string;
  readonly elements: readonly ElementId[];
  readonly viewpoints: readonly Viewpoint[];
}

const keyOf = (board: string) => `cellboard.reveals.${board}`;

/** Nothing where the device has none, or holds something that is none. */
export function preparedReveals(board: string, storage: Storage = localStorage): readonly Prepared[] {
  try {
    const parsed = v.safeParse(PreparedSchema, JSON.parse(storage.getItem(keyOf(board)) ?? '[]'));
    return parsed.success ? parsed.output : [];
  } catch {
    return [];
  }
}

export function keepReveals(
  board: string,
  { reveals, storage = localStorage }: { readonly reveals: readonly Prepared[]; readonly storage?: Storage },
): void {
  try {
    if (reveals.length === 0) storage.removeItem(keyOf(board));
    else storage.setItem(keyOf(board), JSON.stringify(reveals));
  } catch {
    // A device that keeps nothing still shows what is prepared until the page is closed.
  }
}
