/** The facilitators' ways of looking that are in use now; each is loaded the first time it is asked for. */
import { lazy, Suspense } from 'react';
import { useWorkspace } from '../board/workspace.ts';
import type { BoardStore } from '../sync/store.ts';
import { useViewKeys } from './useViewKeys.ts';
import { useView } from './views.ts';

const LensBar = lazy(() => import('./lens/LensBar.tsx'));

export function OpenViews({ homeStore }: { readonly homeStore: BoardStore }) {
  const { rights } = useWorkspace();
  return rights.role === 'facilitator' ? <ForFacilitators homeStore={homeStore} /> : null;
}

function ForFacilitators({ homeStore }: { readonly homeStore: BoardStore }) {
  const { seer } = useWorkspace();
  const lens = useView((state) => state.lens);
  useViewKeys(homeStore);
  // Through others' eyes there is no whole board to say anything about.
  if (seer === null) return null;
  return <Suspense fallback={null}>{lens !== null && <LensBar lens={lens} seer={seer} />}</Suspense>;
}
