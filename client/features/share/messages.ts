/** The messages of the share dialog. */
import { catalogue } from '../../ui/catalogue.ts';
import { en, type ShareMessages } from './messages.en.ts';

export const { useMessages: useShareMessages } = catalogue<ShareMessages>(en, {
  fa: () => import('./messages.fa.ts'),
});
