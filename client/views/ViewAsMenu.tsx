/** For facilitators: a searchable list of all viewpoints; choosing one opens the board through it. */
import { Popover } from '@base-ui/react/popover';
import { ChevronDown, Eye, Globe, KeyRound } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { nameOf } from '../board/describe.ts';
import type { BoardStore } from '../sync/store.ts';
import { KindGlyph } from '../ui/KindGlyph.tsx';
import { useMessages } from '../ui/locale.ts';
import { useStoreVersion } from './useStoreVersion.ts';
import { viewpointGroups } from './viewpoints.ts';

export interface ViewAsMenuProps {
  readonly homeStore: BoardStore;
  readonly viewing: string | null;
  readonly onViewAs: (viewpoint: string | null) => void;
}

export function ViewAsMenu({ homeStore, viewing, onViewAs }: ViewAsMenuProps) {
  const { viewAs, everyone, facilitator } = useMessages();
  const [open, setOpen] = useState(false);
  useStoreVersion(homeStore);
  const node = viewing === null ? undefined : homeStore.nodes.get(viewing as never);
  const current = viewing === null ? facilitator : viewing === 'everyone' ? everyone : nameOf(node);
  const choose = (viewpoint: string | null) => {
    setOpen(false);
    onViewAs(viewpoint);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={`button is-outlined view-as ${viewing === null ? '' : 'is-active'}`}>
        <Eye size={16} aria-hidden="true" />
        <span className="muted wide-only">{viewAs.label}</span>
        <bdi>{current}</bdi>
        <ChevronDown size={14} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popup-positioner" sideOffset={6} align="center">
          <Popover.Popup className="popup view-list" aria-label={viewAs.label}>
            <ViewpointList homeStore={homeStore} viewing={viewing} onChoose={choose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ViewpointListProps {
  readonly homeStore: BoardStore;
  readonly viewing: string | null;
  readonly onChoose: (viewpoint: string | null) => void;
}

function ViewpointList({ homeStore, viewing, onChoose }: ViewpointListProps) {
  const { viewAs, everyone, facilitator, disclosures } = useMessages();
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const groups = viewpointGroups(homeStore.nodes.values(), search);
  const matches = (name: string) => name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = items.indexOf(document.activeElement as HTMLButtonElement);
    items[index + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  };
  const item = (
    viewpoint: string | null,
    { glyph, name, hint }: { glyph: ReactNode; name: string; hint?: string },
  ) => (
    <button
      type="button"
      key={viewpoint ?? ''}
      className="menu-item"
      aria-current={viewpoint === viewing ? 'true' : undefined}
      onClick={() => onChoose(viewpoint)}
    >
      {glyph}
      <bdi>{name}</bdi>
      {hint !== undefined && <span className="end">{hint}</span>}
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only add to what Tab already does.
    <div onKeyDown={walk}>
      <input
        className="input"
        type="search"
        placeholder={viewAs.search}
        aria-label={viewAs.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div ref={list} className="view-items">
        {matches(facilitator) &&
          item(null, {
            glyph: <KeyRound size={18} aria-hidden="true" />,
            name: facilitator,
            hint: viewAs.facilitatorHint,
          })}
        {matches(everyone) &&
          item('everyone', {
            glyph: <Globe size={18} aria-hidden="true" />,
            name: everyone,
            hint: viewAs.everyoneHint,
          })}
        {groups.map(({ kind, nodes }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to forms.
          <div key={kind} role="group" aria-label={viewAs.groups[kind]}>
            <div className="menu-heading">{viewAs.groups[kind]}</div>
            {nodes.map((node) =>
              item(node.id, {
                glyph: <KindGlyph kind={node.kind} hue={node.color} label={node.label} size={20} />,
                name: nameOf(node),
                ...(node.disclosure === null ? {} : { hint: disclosures[node.disclosure] }),
              }),
            )}
          </div>
        ))}
        {groups.length === 0 && !matches(everyone) && !matches(facilitator) && (
          <p className="empty">{viewAs.none}</p>
        )}
      </div>
    </div>
  );
}
