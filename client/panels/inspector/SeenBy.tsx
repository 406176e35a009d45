/** For facilitators: who can see what is selected. Loaded the first time something is. */
import { Suspense } from 'react';
import type { ElementId } from '../../../shared/model/ids.ts';
import { isFacilitator } from '../../board/rights.ts';
import { useWorkspace } from '../../board/workspace.ts';
import { later } from '../../ui/later.ts';

const WhoCanSee = later(() => import('../../views/why/WhoCanSee.tsx'));

export function SeenBy({ ids }: { readonly ids: readonly ElementId[] }) {
  const { rights } = useWorkspace();
  if (!isFacilitator(rights) || ids.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <WhoCanSee ids={ids} />
    </Suspense>
  );
}
