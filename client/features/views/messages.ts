/** The messages of the facilitators' ways of looking. */
import { catalogue } from '../../ui/catalogue.ts';
import { en, type ViewsMessages } from './messages.en.ts';

export const { useMessages: useViewsMessages } = catalogue<ViewsMessages>(en, {
  fa: () => import('./messages.fa.ts'),
});
