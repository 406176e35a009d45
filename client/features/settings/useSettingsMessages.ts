/** The catalogue of the settings in the reader's language. */
import { usePreferences } from '../../ui/locale.ts';
import { settings as en, type SettingsMessages } from '../../ui/messages/settings.en.ts';
import { settings as fa } from '../../ui/messages/settings.fa.ts';

export function useSettingsMessages(): SettingsMessages {
  return usePreferences().locale === 'fa' ? fa : en;
}
