/**
 * A scenario is measured once for each subject and run; what it answers is flat, so that medians can be taken
 * of each number by itself.
 */
import type { SubjectName } from './subjects.ts';

export type Numbers = Readonly<Record<string, number>>;

export interface Scenario {
  readonly name: string;
  readonly subjects: readonly SubjectName[];
  /** How often it is repeated unless the command says otherwise; absent: three times. */
  readonly runs?: number;
  /** What the numbers are, in the words of the table. */
  readonly about: string;
  run(subject: SubjectName, options: { quick: boolean }): Promise<Numbers>;
}
