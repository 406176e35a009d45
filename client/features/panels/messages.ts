/** The messages of the panels that are loaded when they are asked for: the list of keyboard shortcuts. */
import { catalogue } from '../../ui/catalogue.ts';
import { en, type PanelsMessages } from './messages.en.ts';

export const { useMessages: usePanelsMessages } = catalogue<PanelsMessages>(en, {
  fa: () => import('./messages.fa.ts'),
});
