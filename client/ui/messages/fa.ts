/** Everything the page says, in Persian. */
import { en, type Messages } from './en.ts';

export const fa: Messages = { ...en };
