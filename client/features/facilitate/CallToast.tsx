/**
 * Receives a facilitator's call: offers to go there, or goes at once where this person chose to. A call names
 * only elements that this view shows, so that nothing can be inferred from it.
 */
import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { fitNodes } from '../../state/viewport.ts';
import { toast } from '../../ui/toast.ts';
import { followsCalls } from './followCalls.ts';
import { useFacilitateMessages } from './messages.ts';
import { useNotices } from './useNotices.ts';

export function CallToast() {
  const { call, inbox } = useNotices();
  const { callsYou, goThere } = useFacilitateMessages();
  const flow = useReactFlow();
  useEffect(() => {
    if (call === null) return;
    inbox.answerCall();
    const go = () => {
      fitNodes(flow, new Set(call));
    };
    if (followsCalls()) go();
    toast(callsYou, { key: 'called', ...(!followsCalls() && { action: { label: goThere, run: go } }) });
  }, [call, inbox, flow, callsYou, goThere]);
  return null;
}
