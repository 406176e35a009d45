/** What the page says of settings, checks and templates before these are opened, in Persian. */

import { plural } from '../../../shared/text/plural.ts';
import type { Messages } from './en.ts';

const many = plural('fa');

export const fa: Pick<Messages, 'models'> = {
  models: {
    settings: 'تنظیمات تخته',
    saveTemplate: 'ذخیره به‌عنوان الگو',
    checks: 'بررسی‌ها',
    calledAs: 'چیست',
    checksCount: (count) =>
      many(count, { '=0': 'بررسی‌ها، چیزی برای بازبینی نیست', other: 'بررسی‌ها، # مورد برای بازبینی' }),
  },
};
