/**
 * A combobox of viewpoints, grouped by kind: the focus stays in the field, arrow keys move the active option.
 * Loaded when it is first opened.
 */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Viewpoint } from '../../../shared/model/ids.ts';
import { fold, wordsOf } from '../../../shared/text/foldText.ts';
import { nameOf } from '../../state/describe.ts';
import { viewpointGroups } from '../../state/viewpoints.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { ViewpointGlyph } from './ViewpointGlyph.tsx';
import './views.css';

export interface ViewpointPickerProps {
  readonly store: BoardStore;
  readonly current: Viewpoint | null;
  /** Whether the facilitator's viewpoint is in the list. */
  readonly withFacilitator?: boolean;
  readonly onChoose: (viewpoint: Viewpoint) => void;
}

interface PickerItem {
  readonly viewpoint: Viewpoint;
  readonly name: string;
  readonly hint: string;
}

interface PickerSection {
  readonly key: string;
  readonly heading: string | null;
  readonly items: readonly PickerItem[];
}

/** A list this long is long enough to be searched. */
const MAX_IN_GROUP = 200;

export default function ViewpointPicker(props: ViewpointPickerProps) {
  const { store, current, withFacilitator = false, onChoose } = props;
  const { viewAs } = useMessages();
  const [query, setQuery] = useState('');
  const sections = useSections(store, { query, withFacilitator });
  const items = sections.flatMap((section) => section.items);
  const [at, setAt] = useState(0);
  const active = Math.min(at, items.length - 1);
  const base = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelectorAll('[role="option"]')[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const moveByKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = items.length - 1;
    if (event.key === 'ArrowDown') setAt(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setAt(active <= 0 ? last : active - 1);
    else if (event.key === 'PageDown') setAt(Math.min(last, active + 8));
    else if (event.key === 'PageUp') setAt(Math.max(0, active - 8));
    else if (event.key === 'Enter') {
      const chosen = items[active];
      if (chosen !== undefined) onChoose(chosen.viewpoint);
    } else return;
    event.preventDefault();
  };
  const option = ({ viewpoint, name, hint }: PickerItem) => {
    const index = items.findIndex((item) => item.viewpoint === viewpoint);
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
      <div
        key={viewpoint}
        id={`${base}${index}`}
        role="option"
        aria-selected={index === active}
        aria-current={viewpoint === current ? 'true' : undefined}
        tabIndex={-1}
        className="menu-item"
        data-highlighted={index === active ? '' : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onChoose(viewpoint)}
      >
        <ViewpointGlyph store={store} viewpoint={viewpoint} />
        <bdi>{name}</bdi>
        {hint !== '' && <span className="end">{hint}</span>}
      </div>
    );
  };
  return (
    <div className="viewpoint-picker">
      <input
        ref={field}
        className="input"
        role="combobox"
        aria-label={viewAs.search}
        aria-expanded={items.length > 0}
        aria-controls={`${base}list`}
        aria-autocomplete="list"
        aria-activedescendant={items.length > 0 ? `${base}${active}` : undefined}
        placeholder={viewAs.search}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={query}
        onChange={(event) => {
          setAt(0);
          setQuery(event.target.value);
        }}
        onKeyDown={moveByKey}
      />
      <div
        ref={list}
        id={`${base}list`}
        role="listbox"
        aria-label={viewAs.label}
        className="view-items"
        tabIndex={-1}
        hidden={items.length === 0}
      >
        {sections.map(({ key, heading, items: inside }) =>
          heading === null ? (
            inside.map(option)
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to forms.
            <div key={key} role="group" aria-label={heading}>
              <div className="menu-heading" aria-hidden="true">
                {heading}
              </div>
              {inside.map(option)}
            </div>
          ),
        )}
      </div>
      {items.length === 0 && (
        <p className="empty" role="status">
          {viewAs.none}
        </p>
      )}
    </div>
  );
}

function useSections(
  store: BoardStore,
  { query, withFacilitator }: { query: string; withFacilitator: boolean },
): readonly PickerSection[] {
  const { viewAs, everyone, facilitator, disclosures } = useMessages();
  const version = useStoreVersion(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is read anew with each version.
  return useMemo(() => {
    const words = wordsOf(query);
    const matches = (name: string) => words.every((word) => fold(name).includes(word));
    const common: PickerItem[] = [
      ...(withFacilitator
        ? [{ viewpoint: 'facilitator' as const, name: facilitator, hint: viewAs.facilitatorHint }]
        : []),
      { viewpoint: 'everyone', name: everyone, hint: viewAs.everyoneHint },
    ];
    const groups = viewpointGroups(store.nodes.values()).map(({ kind, nodes }): PickerSection => {
      const items = nodes
        .map((node) => ({ node, name: nameOf(node) }))
        .filter(({ name }) => matches(name))
        .slice(0, MAX_IN_GROUP)
        .map(({ node: { id, disclosure }, name }) => ({
          viewpoint: id,
          name,
          hint: disclosure === null ? '' : disclosures[disclosure],
        }));
      return { key: kind, heading: viewAs.groups[kind], items };
    });
    const top: PickerSection = {
      key: 'common',
      heading: null,
      items: common.filter(({ name }) => matches(name)),
    };
    return [top, ...groups].filter(({ items }) => items.length > 0);
  }, [store, version, query, withFacilitator, viewAs, everyone, facilitator, disclosures]);
}
