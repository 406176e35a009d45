/** What the panels that come and go say, in Persian. */

import { numbers } from '../../../shared/text/plural.ts';
import type { Messages } from './en.ts';

const n = numbers('fa');

export const fa: Pick<
  Messages,
  'search' | 'palette' | 'outline' | 'tidy' | 'exchange' | 'images' | 'together'
> = {
  search: {
    label: 'جست‌وجو در تخته',
    none: 'چیزی پیدا نشد.',
    count: (count) => `${n(count)} مورد`,
  },

  palette: {
    label: 'اجرای فرمان',
    none: 'چنین فرمانی نیست.',
    tool: (name) => `ابزار: ${name}`,
    open: 'فهرست فرمان‌ها',
    rename: 'تغییر نام مورد انتخاب‌شده',
    deselect: 'برداشتن انتخاب',
    selectAll: 'انتخاب همه',
    duplicate: 'نسخهٔ دوم',
    delete: 'پاک کردن موارد انتخاب‌شده',
    share: 'هم‌رسانی تخته',
    home: 'رفتن به همهٔ تخته‌ها',
    themes: { system: 'ظاهر: مانند سیستم', light: 'ظاهر: روشن', dark: 'ظاهر: تیره' },
    language: (name) => `زبان: ${name}`,
  },

  outline: {
    label: 'نمای فهرستی تخته',
    open: 'نمای فهرستی',
    people: 'بیرون از گروه‌ها',
    notes: 'یادداشت‌ها',
    links: 'پیوندهای مورد انتخاب‌شده',
    empty: 'هنوز چیزی اینجا نیست.',
    chooseRow: 'نخست ردیفی را برگزینید.',
    rename: 'تغییر نام',
    delete: 'پاک کردن',
    members: (count) => `${n(count)} عضو`,
  },

  tidy: {
    all: 'مرتب کردن تخته',
    selection: 'مرتب کردن موارد انتخاب‌شده',
    done: (count) => `${n(count)} مورد جابه‌جا شد.`,
    nothing: 'همه‌چیز از پیش مرتب است.',
    notYours: 'اینجا چیزی نیست که بتوانید جابه‌جا کنید.',
    failed: 'تخته مرتب نشد. دوباره بکوشید.',
  },

  exchange: {
    import: 'درون‌برد…',
    export: 'برون‌برد…',
    show: 'نشان دادن آنچه درون‌برده شده…',
    dropHere: 'برای درون‌برد رها کنید',
    pasted: 'متن چسبانده‌شده',
  },

  images: {
    heading: 'تصویر این نما',
    png: 'دریافت PNG',
    svg: 'دریافت SVG',
    empty: 'چیزی برای کشیدن نیست.',
    failed: 'تصویر ساخته نشد.',
    tooLarge: 'تخته برای یک PNG روشن بزرگ است؛ تصویر کوچک‌تر ساخته شد. SVG روشن می‌ماند.',
  },

  together: {
    follow: (name) => `دنبال کردن ${name}`,
    unfollow: (name) => `دیگر ${name} را دنبال نکن`,
    following: (name) => `در حال دنبال کردن ${name}`,
    stop: 'پایان',
    stopped: (name) => `دیگر ${name} را دنبال نمی‌کنید.`,
    renaming: (name) => `${name} می‌نویسد`,
    editing: (who, what) => `${who} در حال ویرایش ${what} است.`,
  },
};
