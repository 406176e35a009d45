/** What a session says on every page, in English: drawings that wait, the locked board. The rest is loaded later. */
export const en = {
  session: {
    awaits: 'Awaits a facilitator. Until it is confirmed, only you and those who guide you see it.',
    awaitsShort: 'awaits confirmation',
    drawnBy: (owner: string) => `Drawn by ${owner}, not confirmed yet`,
    boardLocked: 'The board is locked by a facilitator.',
    whoAmI: 'What this means',
    present: 'Present',
  },
};
