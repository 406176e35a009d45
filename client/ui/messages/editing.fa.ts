/** What editing on the canvas says, in Persian. */

import { numbers } from '../../../shared/text/plural.ts';
import type { Messages } from './en.ts';

const n = numbers('fa');

export const fa: Messages['editing'] = {
  unreadable: 'آنچه در بریده‌دان است روی این تخته نمی‌نشیند.',
  locked: (count) => `${n(count)} تا از آن‌ها قفل است`,
  align: 'تراز',
  aligns: {
    start: 'تراز لبه‌های چپ',
    centre: 'تراز مرکزها',
    end: 'تراز لبه‌های راست',
    top: 'تراز لبه‌های بالا',
    middle: 'تراز میانه‌ها',
    bottom: 'تراز لبه‌های پایین',
  },
  distribute: 'پخش',
  distributes: { horizontal: 'پخش یکسان افقی', vertical: 'پخش یکسان عمودی' },
  lock: 'قفل کردن',
  unlock: 'باز کردن قفل',
  viewAs: 'نمایش از دید این',
  lens: 'عدسی از دید این',
  whoSees: 'چه کسی این را می‌بیند',
  group: 'گروه‌بندی در یک حلقه',
  width: 'پهنا',
  height: 'بلندا',
  size: 'اندازه',
  fit: 'هم‌اندازهٔ اعضا',
  resize: 'تغییر اندازه',
  menu: 'کارهای ممکن در اینجا',
  rename: 'تغییر نام',
  editText: 'ویرایش متن',
  connect: 'کشیدن پیوند از اینجا',
  copy: 'رونوشت',
  cut: 'برش',
  paste: 'چسباندن',
  duplicate: 'نسخهٔ دوم',
  remove: 'پاک کردن',
  selectAll: 'انتخاب همه',
  fitBoard: 'نمایش همهٔ تخته',
  add: (kind) => `افزودن ${kind} در اینجا`,
  why: {
    noPeople: 'برای گذاشتن در حلقه، چند شخص را انتخاب کنید.',
    noMembers: 'هنوز کسی عضو نیست.',
    empty: 'چیزی روی تخته نیست.',
    noNodes: 'چیزی جز پیوند را انتخاب کنید.',
  },
};
