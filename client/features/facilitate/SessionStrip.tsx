/**
 * What goes on in the session, over the canvas: the lock, the timer, raised hands; for facilitators what they can
 * do about it. Loaded once the board is there.
 */
import { Lock } from 'lucide-react';
import { isFacilitator } from '../../state/rights.ts';
import { useBoardLocked, useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { setBoardLocked } from './acts.ts';
import { CallToast } from './CallToast.tsx';
import { DeclinedCard } from './DeclinedCard.tsx';
import { FacilitateMenu } from './FacilitateMenu.tsx';
import { HandButton } from './HandButton.tsx';
import { Hands } from './Hands.tsx';
import { useFacilitateMessages } from './messages.ts';
import { TimerChip } from './TimerChip.tsx';
import './strip.css';

export default function SessionStrip() {
  const { rights } = useWorkspace();
  const { strip } = useFacilitateMessages();
  const facilitator = isFacilitator(rights);
  const participant = rights.role !== 'facilitator';
  return (
    <>
      <section className="session-strip" aria-label={strip}>
        {facilitator && <FacilitateMenu />}
        <LockState />
        <TimerChip />
        {participant && <HandButton />}
        <Hands />
      </section>
      <CallToast />
      {participant && <DeclinedCard />}
    </>
  );
}

function LockState() {
  const { rights, store } = useWorkspace();
  const isLocked = useBoardLocked();
  const { session } = useMessages();
  const { locked, lockedForOthers, unlock } = useFacilitateMessages();
  if (!isLocked) return null;
  const facilitator = isFacilitator(rights);
  return (
    <div className="strip-chip bar is-lock" role="status">
      <Lock size={14} aria-hidden="true" />
      <span className={facilitator ? 'visually-hidden' : ''}>
        {facilitator ? lockedForOthers : session.boardLocked}
      </span>
      {facilitator && (
        <span aria-hidden="true">
          <span className="wide-only">{lockedForOthers}</span>
          <span className="narrow-only">{locked}</span>
        </span>
      )}
      {facilitator && (
        <button
          type="button"
          className="button is-small is-outlined"
          onClick={() => setBoardLocked(store, false)}
        >
          {unlock}
        </button>
      )}
    </div>
  );
}
