/** The timer that everybody sees, by the server's clock; facilitators set it, stop it and take it away. */
import { Popover } from '@base-ui/react/popover';
import { Timer as TimerIcon } from 'lucide-react';
import { useCallback, useEffect, useId, useState, useSyncExternalStore } from 'react';
import { leftAt, startedAt, stoppedAt, type Timer } from '../../../shared/model/timer.ts';
import { isFacilitator } from '../../state/rights.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { usePreferences } from '../../ui/locale.ts';
import { setTimer } from './acts.ts';
import { clockText } from './clockText.ts';
import { useFacilitateMessages } from './messages.ts';
import { useNotices } from './useNotices.ts';

const MINUTE_MS = 60_000;
const LAST_MINUTE_MS = MINUTE_MS;
const TICK_MS = 250;

export function TimerChip() {
  const { store, rights } = useWorkspace();
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  const timer = useSyncExternalStore(subscribe, () => store.timer);
  if (timer === null) return null;
  return isFacilitator(rights) ? <TimerControl timer={timer} /> : <TimeLeft timer={timer} />;
}

function useLeft(timer: Timer): number {
  const { aheadMs } = useNotices();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (timer.ends === null) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, [timer]);
  return Math.min(leftAt(timer, now + aheadMs), timer.ends === null ? timer.left : timer.total || timer.left);
}

function TimeLeft({ timer }: { readonly timer: Timer }) {
  const left = useLeft(timer);
  const { locale } = usePreferences();
  const { timeLeft, timeUp } = useFacilitateMessages();
  const isUp = left === 0 && timer.ends !== null;
  const urgent = timer.ends !== null && left < LAST_MINUTE_MS;
  const text = clockText(left, locale);
  return (
    <>
      <span
        className={`strip-chip bar timer ${urgent ? 'is-urgent' : ''} ${timer.ends === null ? 'is-paused' : ''}`}
        role="timer"
        aria-label={isUp ? timeUp : timeLeft(text)}
      >
        <TimerIcon size={14} aria-hidden="true" />
        <bdi>{isUp ? timeUp : text}</bdi>
      </span>
      <span className="visually-hidden" role="status">
        {isUp ? timeUp : ''}
      </span>
    </>
  );
}

function TimerControl({ timer }: { readonly timer: Timer }) {
  const { store } = useWorkspace();
  const { aheadMs } = useNotices();
  const said = useFacilitateMessages();
  const field = useId();
  const now = () => Date.now() + aheadMs;
  const [minutes, setMinutes] = useState(() => String(Math.max(1, Math.round(timer.total / MINUTE_MS))));
  const total = Math.round(Math.min(600, Math.max(0.1, Number(minutes) || 5)) * MINUTE_MS);
  const running = timer.ends !== null;
  const isFresh = !running && timer.left === timer.total;
  const begin = () => setTimer(store, startedAt(isFresh ? { total, left: total, ends: null } : timer, now()));
  return (
    <Popover.Root>
      <Popover.Trigger className="timer-trigger">
        <span className="visually-hidden">{said.timer} </span>
        <TimeLeft timer={timer} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" sideOffset={6} align="start">
          <Popover.Popup className="popup timer-panel" aria-label={said.timer}>
            <label htmlFor={field}>{said.minutes}</label>
            <input
              id={field}
              className="input"
              type="number"
              min={1}
              max={600}
              value={minutes}
              readOnly={running}
              {...(running && { 'aria-description': said.pauseFirst, title: said.pauseFirst })}
              onChange={(event) => {
                setMinutes(event.target.value);
                const set = Math.round((Number(event.target.value) || 0) * MINUTE_MS);
                if (set > 0 && set <= 600 * MINUTE_MS) setTimer(store, { total: set, left: set, ends: null });
              }}
            />
            <div className="timer-acts">
              {running ? (
                <button
                  type="button"
                  className="button is-small is-outlined"
                  onClick={() => setTimer(store, stoppedAt(timer, now()))}
                >
                  {said.pause}
                </button>
              ) : (
                <button type="button" className="button is-small is-primary" onClick={begin}>
                  {isFresh ? said.start : said.resume}
                </button>
              )}
              <button
                type="button"
                className="button is-small is-outlined"
                onClick={() => setTimer(store, { total: timer.total, left: timer.total, ends: null })}
              >
                {said.reset}
              </button>
              <button
                type="button"
                className="button is-small is-quiet"
                onClick={() => setTimer(store, null)}
              >
                {said.remove}
              </button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
