/** What the frame of the page says, in Persian. */
import type { Messages } from './en.ts';

export const fa: Pick<Messages, 'legend' | 'commands'> = {
  legend: {
    open: 'راهنمای شکل‌ها',
    nodes: 'شکل‌ها',
    links: 'خط‌ها',
    empty: 'هنوز چیزی کشیده نشده است.',
    inBar: 'خط‌ها همیشه پیدا باشند',
  },

  commands: {
    newBoard: 'تختهٔ خالی تازه',
    fromTemplate: (name) => `تختهٔ تازه: ${name}`,
    boardFailed: 'تخته ساخته نشد. دوباره بکوشید.',
    colored: (color) => `رنگ: ${color}`,
    renameBoard: 'تغییر نام تخته',
    showKey: 'نمایش راهنمای شکل‌ها',
    needThree: 'برای پخش یکسان، سه مورد یا بیشتر را انتخاب کنید.',
  },
};
