/** For facilitators: a searchable list of all viewpoints; choosing one opens the board through it. */
import { ChevronDown, Eye } from 'lucide-react';
import type { Viewpoint } from '../../../shared/model/ids.ts';
import { viewpointName } from '../../state/viewpointNames.ts';
import { viewAs as lookAs, useView, useViews } from '../../state/views.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useMessages } from '../../ui/locale.ts';
import { PopupButton } from '../../ui/PopupButton.tsx';
import './viewAs.css';

const ViewpointPicker = lazyPart(() => import('./ViewpointPicker.tsx'));

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
    <PopupButton
      open={open}
      onOpenChange={(isOpen) => views.setState({ picking: isOpen ? 'view' : null })}
      className={`button is-outlined view-as ${viewing === null ? '' : 'is-active'}`}
      keys="Shift+V"
      face={
        <>
          <Eye size={16} aria-hidden="true" />
          <span className="muted wide-only">{viewAs.label}</span>
          <bdi>{viewpointName(homeStore, viewing ?? 'facilitator')}</bdi>
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
      popupLabel={viewAs.label}
      popupClassName="view-list"
      align="center"
    >
      <ViewpointPicker
        store={homeStore}
        current={viewing ?? 'facilitator'}
        withFacilitator
        onChoose={(viewpoint) => lookAs(views, viewpoint)}
      />
    </PopupButton>
  );
}
