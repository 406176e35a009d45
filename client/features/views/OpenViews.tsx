/** Mounts the facilitators' panels about visibility that are open; each is loaded when it is first opened. */
import { Suspense } from 'react';
import { useView } from '../../state/views.ts';
import type { VisibilityWorker } from '../../state/visibilityWorker/visibilityWorker.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { BoardStore } from '../../sync/store.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useViewKeys } from './useViewKeys.ts';

const LensBar = lazyPart(() => import('./lens/LensBar.tsx'));
const WhyPopover = lazyPart(() => import('./why/WhyPopover.tsx'));
const WhoSeesDialog = lazyPart(() => import('./why/WhoSeesDialog.tsx'));
const AudienceDialog = lazyPart(() => import('./reveal/AudienceDialog.tsx'));
const MoveDialog = lazyPart(() => import('./reveal/MoveDialog.tsx'));
const RevealPanel = lazyPart(() => import('./reveal/RevealPanel.tsx'));
const ExposureDialog = lazyPart(() => import('./exposure/ExposureDialog.tsx'));

export function OpenViews({ homeStore }: { readonly homeStore: BoardStore }) {
  const { rights } = useWorkspace();
  return rights.role === 'facilitator' ? <ForFacilitators homeStore={homeStore} /> : null;
}

function ForFacilitators({ homeStore }: { readonly homeStore: BoardStore }) {
  const { visibilityWorker } = useWorkspace();
  useViewKeys(homeStore);
  // While viewing as another viewpoint the page does not have the whole board.
  return visibilityWorker === null ? null : <OverWholeBoard visibilityWorker={visibilityWorker} />;
}

function OverWholeBoard({ visibilityWorker }: { readonly visibilityWorker: VisibilityWorker }) {
  const { lens, why, whoSees, audience, moving, reveals, exposure } = useView((state) => state);
  return (
    <Suspense fallback={null}>
      {lens !== null && <LensBar lens={lens} visibilityWorker={visibilityWorker} />}
      {reveals && <RevealPanel />}
      {why !== null && <WhyPopover asked={why} visibilityWorker={visibilityWorker} />}
      {whoSees !== null && <WhoSeesDialog id={whoSees} />}
      {audience !== null && <AudienceDialog ids={audience} />}
      {moving !== null && <MoveDialog id={moving} />}
      {exposure && <ExposureDialog />}
    </Suspense>
  );
}
