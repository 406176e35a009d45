/** For facilitators: who can see what is selected. Loaded the first time something is. */
import { Suspense } from 'react';
import type { ElementId } from '../../../shared/model/ids.ts';
import { isFacilitator } from '../../state/rights.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { lazyPart } from '../../ui/lazyPart.ts';

const WhoCanSee = lazyPart(() => import('../views/why/WhoCanSee.tsx'));

export function SeenBy({ ids }: { readonly ids: readonly ElementId[] }) {
  const { rights } = useWorkspace();
  if (!isFacilitator(rights) || ids.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <WhoCanSee ids={ids} />
    </Suspense>
  );
}
