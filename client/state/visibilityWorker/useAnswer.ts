/**
 * A hook: the answer to a question about visibility, kept up to date while the board changes; null until it
 * is there.
 */
import { useEffect, useState } from 'react';
import type { Answers, Asking, Kind } from './questions.ts';
import type { VisibilityWorker } from './visibilityWorker.ts';

/** `question` must keep its identity while it is the same; null asks nothing. */
export function useAnswer<K extends Kind>(
  visibilityWorker: VisibilityWorker | null,
  question: Asking<K> | null,
): Answers[K] | null {
  const [held, setHeld] = useState<{ readonly question: Asking<K>; readonly answer: Answers[K] } | null>(
    null,
  );
  useEffect(() => {
    if (question === null) return;
    return visibilityWorker?.watch<K>(question, (answer) => setHeld({ question, answer }));
  }, [visibilityWorker, question]);
  return held !== null && held.question === question ? held.answer : null;
}
