/** The messages of the panel of checks, and those of the checks themselves. */
import { en as checkEn } from '../../../shared/checks/messages/en.ts';
import type { CheckMessages } from '../../../shared/checks/messages/message.ts';
import { catalogue } from '../../ui/catalogue.ts';
import { type ChecksMessages, en } from './messages.en.ts';

export const { useMessages: usePanelMessages } = catalogue<ChecksMessages>(en, {
  fa: () => import('./messages.fa.ts'),
});

export const { useMessages: useCheckMessages } = catalogue<CheckMessages>(checkEn, {
  fa: () => import('../../../shared/checks/messages/fa.ts'),
});
