/** What the page says of settings, checks and templates before these are opened, in Persian. */
import type { Messages } from './en.ts';

export const modelsFa: Pick<Messages, 'models'> = {
  models: {
    settings: 'تنظیمات تخته',
  },
};
