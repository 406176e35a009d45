/** The list of keys and gestures. Loaded when asked for. */
import { Fragment } from 'react';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { usePanelsMessages } from './messages.ts';
import { type GestureRow, SHORTCUTS, type ShortcutRow, shownKeys } from './shortcutKeys.ts';
import './shortcuts.css';

/** Keys that differ in their last part alone are written once: Shift and the four arrows. */
const ARROWS = ['←', '↑', '→', '↓'];

export default function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const shortcuts = usePanelsMessages();
  return (
    <DialogFrame title={shortcuts.title} className="shortcuts" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard. */}
      <div className="dialog-body shortcut-sections" tabIndex={0}>
        {Object.entries(SHORTCUTS).map(([section, rows]) => (
          <section key={section}>
            <h3>{shortcuts.sections[section as keyof typeof SHORTCUTS]}</h3>
            <dl className="shortcut-list">
              {rows.map((row) => (
                <div key={row.id}>
                  <dt>{shortcuts.rows[row.id]}</dt>
                  <dd>
                    <Keys row={row} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}

function Keys({ row }: { readonly row: ShortcutRow | GestureRow }) {
  const shortcuts = usePanelsMessages();
  if ('gesture' in row) return <span>{shortcuts.pointers[row.gesture]}</span>;
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const together = row.keys.every((key) => ARROWS.includes(key.split(' ').at(-1) ?? ''));
  const first = row.keys[0]?.split(' ').slice(0, -1) ?? [];
  const ways = together ? [[...first, ARROWS.join(' ')]] : row.keys.map((key) => key.split(' '));
  const letters = !together && row.keys.length > 2;
  return ways.map((parts, index) => (
    <Fragment key={parts.join()}>
      {index > 0 && !letters && <span className="or">{shortcuts.or}</span>}
      <span dir="ltr">
        {parts.map((part) => (
          <kbd key={part}>{shownKeys(part, isMac)}</kbd>
        ))}
      </span>
    </Fragment>
  ));
}
