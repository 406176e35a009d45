/**
 * Tells screen readers whose eyes the board is seen through now, and keeps the focus on the page: the screen
 * is built anew for each viewpoint, and what was focused is gone with the old one.
 */
import { useEffect, useRef, useState } from 'react';
import type { Viewpoint } from '../../../shared/model/ids.ts';
import { viewpointName } from '../../state/viewpointNames.ts';
import type { BoardStore } from '../../sync/store.ts';
import { currentMessages } from '../../ui/locale.ts';

export interface ViewAnnouncerProps {
  readonly store: BoardStore;
  readonly viewing: Viewpoint | null;
}

export function ViewAnnouncer({ store, viewing }: ViewAnnouncerProps) {
  const [sentence, setSentence] = useState('');
  const before = useRef<Viewpoint | null>(null);
  useEffect(() => {
    if (before.current === viewing) return;
    before.current = viewing;
    const { viewAs } = currentMessages();
    setSentence(viewing === null ? viewAs.left : viewAs.banner(viewpointName(store, viewing)));
    if (document.activeElement === document.body || document.activeElement === null) {
      document.querySelector<HTMLElement>('.view-as')?.focus({ preventScroll: true });
    }
  }, [viewing, store]);
  return (
    <div className="visually-hidden" role="status">
      {sentence}
    </div>
  );
}
