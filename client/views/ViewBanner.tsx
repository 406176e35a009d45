/** Says through whose eyes a facilitator looks, and leads back. The frame around the canvas says it too. */
import { Eye } from 'lucide-react';
import { nameOf } from '../board/describe.ts';
import type { BoardStore } from '../sync/store.ts';
import { useMessages } from '../ui/locale.ts';
import { useStoreVersion } from './useStoreVersion.ts';

export interface ViewBannerProps {
  readonly homeStore: BoardStore;
  readonly viewing: string;
  readonly onBack: () => void;
}

export function ViewBanner({ homeStore, viewing, onBack }: ViewBannerProps) {
  const { viewAs, everyone } = useMessages();
  useStoreVersion(homeStore);
  const name = viewing === 'everyone' ? everyone : nameOf(homeStore.nodes.get(viewing as never));
  return (
    <div className="view-banner bar" role="status">
      <Eye size={16} aria-hidden="true" />
      <bdi>{viewAs.banner(name)}</bdi>
      <button type="button" className="button is-small is-primary" onClick={onBack}>
        {viewAs.back}
      </button>
    </div>
  );
}
