/**
 * Announces a change of the viewed viewpoint to screen readers, and restores the focus: the screen is mounted
 * again for each viewpoint, and the focused element is gone with the old one.
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
