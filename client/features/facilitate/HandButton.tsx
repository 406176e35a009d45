/** Raises this person's hand and takes it down again; a facilitator may take it down, too. */
import { Hand } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWorkspace } from '../../state/workspace.ts';
import { toast } from '../../ui/toast.ts';
import { useFacilitateMessages } from './messages.ts';
import { useNotices } from './useNotices.ts';

export function HandButton() {
  const { presence } = useWorkspace();
  const { lowered } = useNotices();
  const { raiseHand, lowerHand, handLowered } = useFacilitateMessages();
  const [isUp, setUp] = useState(presence.self.hand === true);
  const known = useRef(lowered);
  useEffect(() => {
    if (lowered === known.current) return;
    known.current = lowered;
    presence.set({ hand: false });
    setUp(false);
    toast(handLowered, { key: 'hand' });
  }, [lowered, presence, handLowered]);
  const toggle = () => {
    presence.set({ hand: !isUp });
    setUp(!isUp);
  };
  const label = isUp ? lowerHand : raiseHand;
  return (
    <button
      type="button"
      className={`button is-small bar strip-button ${isUp ? 'is-active' : ''}`}
      aria-pressed={isUp}
      aria-label={label}
      onClick={toggle}
    >
      <Hand size={15} aria-hidden="true" />
      <span className="wide-only">{label}</span>
    </button>
  );
}
