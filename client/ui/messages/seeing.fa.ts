/** What the facilitators' ways of looking say, in Persian. */
import type { SeeingMessages } from './seeing.en.ts';

const digits = new Intl.NumberFormat('fa', { useGrouping: false });
const n = (count: number) => digits.format(count);

export const seeingFa: SeeingMessages = {
  preview: {
    working: 'در حال بررسی این‌که چه کسی چه می‌بیند…',
    failed: 'بررسی این‌که چه کسی چه می‌بیند ممکن نشد.',
    shows: (count, whom) => `${n(count)} مورد را به ${whom} نشان می‌دهد`,
    hides: (count, whom) => `${n(count)} مورد را از ${whom} پنهان می‌کند`,
    hidesFirst: (count, whom) => `${n(count)} مورد را از ${whom} پنهان می‌کند`,
    showsMany: (count) => `به ${n(count)} دیدگاه بیشتر نشان می‌دهد`,
    hidesMany: (count) => `چیزی را از ${n(count)} دیدگاه پنهان می‌کند`,
    hidesManyFirst: (count) => `چیزی را از ${n(count)} دیدگاه پنهان می‌کند`,
    and: '، ',
    end: '.',
    nobody: 'هیچ‌کس بیشتر یا کمتر از پیش نمی‌بیند.',
    sent: 'آنچه برای کسی فرستاده شده، فرستاده شده است: شاید خوانده، رونوشت گرفته یا به خاطر سپرده باشد. پنهان کردن تنها به آنچه از این پس می‌آید پایان می‌دهد.',
    list: 'چه کسی چه به دست می‌آورد و چه از دست می‌دهد',
    gained: (count) => `${n(count)} بیشتر`,
    lost: (count) => `${n(count)} کمتر`,
    gains: 'خواهد دید',
    loses: 'دیگر نخواهد دید',
    andMore: (count) => `و ${n(count)} مورد دیگر`,
    others: (first, count) => `${first} و ${n(count)} دیگر`,
    showAll: (count) => `نمایش همهٔ ${n(count)} مورد`,
    apply: 'اجرا',
  },

  lens: {
    label: 'عدسی',
    as: 'از دید',
    choose: (name) => `عدسی از دید ${name}. دیدگاه دیگری انتخاب کنید`,
    visible: 'پیدا',
    hidden: 'پنهان',
    counts: (visible, hidden) => `${n(visible)} پیدا، ${n(hidden)} پنهان`,
    compare: 'مقایسه',
    compareWith: 'مقایسه با دیدگاهی دیگر',
    uncompare: 'پایان مقایسه',
    with: 'با',
    both: 'هر دو',
    onlyA: (name) => `تنها ${name}`,
    neither: 'هیچ‌کدام',
    close: 'برداشتن عدسی',
    viewAs: (name) => `نمایش به‌عنوان ${name}`,
    strip: 'گذر از دیدگاه‌ها',
    kind: 'گونهٔ دیدگاه',
    previous: 'دیدگاه پیشین',
    next: 'دیدگاه بعدی',
    working: 'در حال بررسی آنچه دیده می‌شود…',
  },
};
