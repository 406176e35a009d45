/** The messages of the settings of a board. */
import { catalogue } from '../../ui/catalogue.ts';
import { en, type SettingsMessages } from './messages.en.ts';

export const { useMessages: useSettingsMessages } = catalogue<SettingsMessages>(en, {
  fa: () => import('./messages.fa.ts'),
});
