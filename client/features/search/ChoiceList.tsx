/** A combobox: the focus stays in the field, arrow keys move the active option of the list. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './search.css';

interface ChoiceItem {
  readonly id: string;
  readonly content: ReactNode;
}

export interface ChoiceListProps {
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly choices: readonly ChoiceItem[];
  /** The choices are still those of an earlier query: Enter waits for the others. */
  readonly areBehind?: boolean;
  readonly onChoose: (id: string) => void;
  /** What stands where nothing is found; null for nothing. */
  readonly empty: string | null;
  readonly glyph: ReactNode;
  readonly end?: ReactNode;
}

export function ChoiceList(props: ChoiceListProps) {
  const { label, query, onQuery, choices, areBehind = false, onChoose, empty, glyph, end } = props;
  const [at, setAt] = useState(0);
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const entered = useRef(false);
  const active = Math.min(at, choices.length - 1);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const enter = () => {
    entered.current = areBehind;
    const choice = choices[active];
    if (!areBehind && choice !== undefined) onChoose(choice.id);
  };
  useEffect(() => {
    if (entered.current && !areBehind) enter();
  });
  const moveByKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = choices.length - 1;
    if (event.key === 'ArrowDown') setAt(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setAt(active <= 0 ? last : active - 1);
    else if (event.key === 'PageDown') setAt(Math.min(last, active + 8));
    else if (event.key === 'PageUp') setAt(Math.max(0, active - 8));
    else if (event.key === 'Enter') enter();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="choice-field">
        {glyph}
        <input
          ref={field}
          role="combobox"
          aria-label={label}
          aria-expanded={choices.length > 0}
          aria-controls={`${base}list`}
          aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? `${base}${active}` : undefined}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={query}
          onChange={(event) => {
            entered.current = false;
            setAt(0);
            onQuery(event.target.value);
          }}
          onKeyDown={moveByKey}
        />
        {end}
      </div>
      <div
        ref={list}
        id={`${base}list`}
        role="listbox"
        aria-label={label}
        className="choice-list"
        tabIndex={-1}
        hidden={choices.length === 0}
      >
        {choices.map(({ id, content }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
          <div
            key={id}
            id={`${base}${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className="menu-item"
            data-highlighted={index === active ? '' : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setAt(index);
              onChoose(id);
            }}
          >
            {content}
          </div>
        ))}
      </div>
      {choices.length === 0 && empty !== null && <p className="empty choice-empty">{empty}</p>}
    </>
  );
}
