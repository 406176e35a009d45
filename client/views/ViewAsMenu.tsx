/** For facilitators: a searchable list of all viewpoints; choosing one opens the board through it. */
import { Popover } from '@base-ui/react/popover';
import { ChevronDown, Eye } from 'lucide-react';
import { Suspense } from 'react';
import type { Viewpoint } from '../../shared/model/ids.ts';
import type { BoardStore } from '../sync/store.ts';
import { later } from '../ui/later.ts';
import { useMessages } from '../ui/locale.ts';
import { viewpointName } from './names.ts';
import { useStoreVersion } from './useStoreVersion.ts';
import { viewAs as lookAs, useView, useViews } from './views.ts';

const ViewpointPicker = later(() => import('./ViewpointPicker.tsx'));

export interface ViewAsMenuProps {
  readonly homeStore: BoardStore;
  readonly viewing: Viewpoint | null;
}

export function ViewAsMenu({ homeStore, viewing }: ViewAsMenuProps) {
  const { viewAs } = useMessages();
  const views = useViews();
  const open = useView((state) => state.picking === 'view');
  useStoreVersion(homeStore);
  return (
    <Popover.Root open={open} onOpenChange={(isOpen) => views.setState({ picking: isOpen ? 'view' : null })}>
      <Popover.Trigger
        className={`button is-outlined view-as ${viewing === null ? '' : 'is-active'}`}
        aria-keyshortcuts="Shift+V"
      >
        <Eye size={16} aria-hidden="true" />
        <span className="muted wide-only">{viewAs.label}</span>
        <bdi>{viewpointName(homeStore, viewing ?? 'facilitator')}</bdi>
        <ChevronDown size={14} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" sideOffset={6} align="center">
          <Popover.Popup className="popup view-list" aria-label={viewAs.label}>
            <Suspense fallback={null}>
              <ViewpointPicker
                store={homeStore}
                current={viewing ?? 'facilitator'}
                withFacilitator
                onChoose={(viewpoint) => lookAs(views, viewpoint)}
              />
            </Suspense>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
