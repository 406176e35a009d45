/** What the page says of settings, checks and templates before these are opened, in Persian. */
import type { Messages } from './en.ts';

const digits = new Intl.NumberFormat('fa', { useGrouping: false });

export const modelsFa: Pick<Messages, 'models'> = {
  models: {
    settings: 'تنظیمات تخته',
    saveTemplate: 'ذخیره به‌عنوان الگو',
    checks: 'بررسی‌ها',
    calledAs: 'چیست',
    checksCount: (count) =>
      count === 0 ? 'بررسی‌ها، چیزی برای بازبینی نیست' : `بررسی‌ها، ${digits.format(count)} مورد برای بازبینی`,
  },
};
