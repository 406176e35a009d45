/** The worker: answers questions about visibility off the main thread, from the records it is sent. */
import { Answerer, type BoardDelta, type Question } from './questions.ts';

export type VisibilityQuestion =
  | { readonly type: 'delta'; readonly delta: BoardDelta }
  | { readonly type: 'ask'; readonly ticket: number; readonly question: Question };

const answerer = new Answerer();

addEventListener('message', ({ data }: MessageEvent<VisibilityQuestion>) => {
  if (data.type === 'delta') answerer.hear(data.delta);
  else postMessage({ ticket: data.ticket, answer: answerer.answer(data.question) });
});
