/** What the panel of checks says, in Persian. */

import { numbers } from '../../../shared/text/plural.ts';
import type { ChecksMessages } from './messages.en.ts';

const n = numbers('fa');

export const fa: ChecksMessages = {
  title: 'بررسی‌ها',
  close: 'بستن بررسی‌ها',
  empty: 'چیزی برای بازبینی نیست.',
  running: 'در حال بررسی تخته…',
  off: 'هیچ بررسی‌ای روشن نیست.',
  choose: 'انتخاب بررسی‌ها',
  found: (count) => `${n(count)} یافته`,
  passed: (count) => `${n(count)} بررسی بی‌ایراد`,
  source: (source, year) => `${source}، ${year}.`,
  show: 'نشان بده',
  showing: 'پنهان کن',
  more: (count) => `و ${n(count)} مورد دیگر`,
  done: (act) => `انجام شد: ${act}.`,
  hindrances: {
    viewing: 'وقتی از چشم دیگری نگاه می‌کنید ویرایش خاموش است.',
    viewer: 'می‌توانید ببینید ولی نه ویرایش کنید. از تسهیلگر لینک ویرایشگر بخواهید.',
    locked: 'این قفل است. تسهیلگر می‌تواند آن را باز کند.',
    'not-yours': 'فقط تسهیلگر می‌تواند این را تغییر دهد.',
    gone: 'این در این میان عوض شده است.',
  },
  ownView: 'بررسی‌ها فقط به آنچه خودتان می‌بینید نگاه می‌کنند.',
  switches: 'کدام بررسی‌ها روشن‌اند',
  switchesHint: 'روی همین دستگاه و برای همین تخته نگه داشته می‌شود.',
  automatic: (model) =>
    model === null ? 'بنا بر الگوی تخته (الگویی پیدا نشد)' : `بنا بر الگوی تخته: ${model}`,
};
