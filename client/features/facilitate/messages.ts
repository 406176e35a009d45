/** The messages of what happens in a session. */
import { catalogue } from '../../ui/catalogue.ts';
import { en, type FacilitateMessages } from './messages.en.ts';

export const { useMessages: useFacilitateMessages } = catalogue<FacilitateMessages>(en, {
  fa: () => import('./messages.fa.ts'),
});
