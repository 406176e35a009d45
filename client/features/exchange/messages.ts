/** The messages of import and export. */
import { catalogue } from '../../ui/catalogue.ts';
import { type ExchangeMessages, en } from './messages.en.ts';

export const { useMessages: useExchangeMessages, currentMessages: currentExchangeMessages } =
  catalogue<ExchangeMessages>(en, {
    fa: () => import('./messages.fa.ts'),
  });
