/** What a session says on every page, in Persian. */
import type { Messages } from './en.ts';

export const fa: Pick<Messages, 'session'> = {
  session: {
    awaits: 'در انتظار تسهیلگر. تا تأیید نشده، فقط شما و کسانی که شما را راهنمایی می‌کنند آن را می‌بینند.',
    awaitsShort: 'در انتظار تأیید',
    drawnBy: (owner) => `کشیدهٔ ${owner}، هنوز تأیید نشده`,
    boardLocked: 'تسهیلگر تخته را قفل کرده است.',
    whoAmI: 'این یعنی چه',
    present: 'ارائه',
  },
};
