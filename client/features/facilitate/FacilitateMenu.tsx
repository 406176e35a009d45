/** What a facilitator can do in a session, in one menu. */
import { Menu } from '@base-ui/react/menu';
import { useReactFlow } from '@xyflow/react';
import {
  Check,
  ChevronDown,
  Megaphone,
  PencilLine,
  Presentation,
  Timer as TimerIcon,
  Users,
} from 'lucide-react';
import { numbers } from '../../../shared/text/plural.ts';
import { callTo } from '../../session/api.ts';
import { usePanels } from '../../state/panels.ts';
import { useSelected, useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { setBoardLocked, setTimer } from './acts.ts';
import { calledFrom } from './calling.ts';
import { drawingsOf } from './drawings.ts';
import { useFacilitateMessages } from './messages.ts';
import { useCaller } from './useCaller.ts';

const FIRST_TIMER_MS = 5 * 60 * 1_000;

export function FacilitateMenu() {
  const workspace = useWorkspace();
  const { store } = workspace;
  const panels = usePanels();
  const flow = useReactFlow();
  const caller = useCaller();
  const said = useFacilitateMessages();
  const { session } = useMessages();
  const { locale } = usePreferences();
  useStoreVersion(store);
  const hasSelection = useSelected((state) => state.selection.size > 0);
  const waiting = drawingsOf(store).reduce((sum, { drawings }) => sum + drawings.length, 0);
  const call = async () => {
    const elements = calledFrom(workspace, flow);
    if (elements.length === 0) return toast(said.callEmpty, { key: 'call' });
    const result = await callTo(caller(), elements);
    toast(result.ok ? said.called : said.drawings.failed, { key: 'call' });
  };
  const openDrawings = () => panels.setState({ drawings: true });
  return (
    <>
      <Menu.Root>
        <Menu.Trigger className="button is-small bar strip-menu strip-button" aria-label={said.menu}>
          <Users size={15} aria-hidden="true" />
          <span className="wide-only">{said.menu}</span>
          <ChevronDown size={13} aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="popup-positioner" sideOffset={6} align="start">
            <Menu.Popup className="popup menu">
              <Menu.CheckboxItem
                className="menu-item"
                checked={store.isLocked}
                onCheckedChange={(isLocked) => setBoardLocked(store, isLocked)}
              >
                <span className="menu-check">
                  <Menu.CheckboxItemIndicator>
                    <Check size={15} aria-hidden="true" />
                  </Menu.CheckboxItemIndicator>
                </span>
                {said.lock}
              </Menu.CheckboxItem>
              <Menu.Item className="menu-item" onClick={() => void call()}>
                <Megaphone size={16} aria-hidden="true" />
                {hasSelection ? said.callSelection : said.call}
              </Menu.Item>
              <Menu.Item
                className="menu-item"
                disabled={store.timer !== null}
                onClick={() => setTimer(store, { total: FIRST_TIMER_MS, left: FIRST_TIMER_MS, ends: null })}
              >
                <TimerIcon size={16} aria-hidden="true" />
                <span>
                  {said.timer}
                  {store.timer !== null && <span className="menu-hint">{said.timerThere}</span>}
                </span>
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={openDrawings}>
                <PencilLine size={16} aria-hidden="true" />
                {said.drawings.title}
                {waiting > 0 && <span className="end">{numbers(locale)(waiting)}</span>}
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={() => panels.setState({ presenting: true })}>
                <Presentation size={16} aria-hidden="true" />
                {session.present}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {waiting > 0 && (
        <button type="button" className="strip-chip bar" onClick={openDrawings}>
          <PencilLine size={14} aria-hidden="true" />
          {said.toConfirm(waiting)}
        </button>
      )}
    </>
  );
}
