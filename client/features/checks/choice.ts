/**
 * Which checks are on, stored on this device for each board: null until a choice is made, and then the model
 * that the view seems to follow decides. Not stored on the board: what a facilitator switches on would tell
 * participants what to look for.
 */
import * as v from 'valibot';
import { type CheckCode, isCheckCode } from '../../../shared/checks/codes.ts';

const keyOf = (board: string) => `cellboard.checks.${board}`;
const ChoiceSchema = v.array(v.custom<CheckCode>(isCheckCode));

export function rememberedChoice(board: string): readonly CheckCode[] | null {
  try {
    const parsed = v.safeParse(ChoiceSchema, JSON.parse(localStorage.getItem(keyOf(board)) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden: the choice then lasts as long as the page. */
export function rememberChoice(board: string, choice: readonly CheckCode[] | null): void {
  try {
    if (choice === null) localStorage.removeItem(keyOf(board));
    else localStorage.setItem(keyOf(board), JSON.stringify(choice));
  } catch {
    return;
  }
}
