/** A strip of the viewpoints of one kind: step through them by click, arrows, or [ and ]. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Viewpoint } from '../../../../shared/model/ids.ts';
import { nameOf } from '../../../state/describe.ts';
import { siblingsOf, stepFrom } from '../../../state/stepping.ts';
import { viewpointGroups } from '../../../state/viewpoints.ts';
import type { BoardStore } from '../../../sync/store.ts';
import { useStoreVersion } from '../../../sync/useStoreVersion.ts';
import { useMessages } from '../../../ui/locale.ts';
import { Select } from '../../../ui/Select.tsx';
import { IconButton } from '../../../ui/Tip.tsx';
import { useViewsMessages } from '../messages.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';

export interface LensStripProps {
  readonly store: BoardStore;
  readonly at: Viewpoint;
  readonly onChoose: (viewpoint: Viewpoint) => void;
}

export function LensStrip({ store, at, onChoose }: LensStripProps) {
  const { lens } = useViewsMessages();
  const { viewAs, everyone } = useMessages();
  useStoreVersion(store);
  const list = useRef<HTMLDivElement>(null);
  const groups = viewpointGroups(store.nodes.values());
  const siblings = siblingsOf(store.nodes.values(), at);
  const kind = store.nodes.get(at)?.kind ?? 'everyone';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen comes into sight.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-checked="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [at]);
  const step = (by: 1 | -1) => {
    const to = stepFrom(store.nodes.values(), { from: at, by });
    if (to !== null) onChoose(to);
  };
  const moveByKey = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowDown' || event.key === forward) step(1);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft' || event.key === 'ArrowRight') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus({ preventScroll: true }),
    );
  };
  return (
    <div className="lens-strip bar">
      <Select
        className="is-small is-quiet"
        label={lens.kind}
        value={kind}
        choices={[
          { value: 'everyone', label: everyone },
          ...groups.map((group) => ({ value: group.kind, label: viewAs.groups[group.kind] })),
        ]}
        onChoose={(chosen) =>
          onChoose(groups.find((group) => group.kind === chosen)?.nodes[0]?.id ?? 'everyone')
        }
      />
      <IconButton
        small
        label={lens.previous}
        hint="["
        whyNot={siblings.length < 2 ? lens.only : null}
        onClick={() => step(-1)}
      >
        <ChevronLeft className="flips" size={16} aria-hidden="true" />
      </IconButton>
      <div ref={list} className="lens-steps" role="radiogroup" aria-label={lens.strip} onKeyDown={moveByKey}>
        {siblings.map((node) => (
          // biome-ignore lint/a11y/useSemanticElements: drawn as chips in a row.
          <button
            type="button"
            key={node.id}
            role="radio"
            aria-checked={node.id === at}
            tabIndex={node.id === at ? 0 : -1}
            className="lens-step"
            onClick={() => onChoose(node.id)}
          >
            <ViewpointGlyph store={store} viewpoint={node.id} size={16} />
            <bdi>{nameOf(node)}</bdi>
          </button>
        ))}
      </div>
      <IconButton
        small
        label={lens.next}
        hint="]"
        whyNot={siblings.length < 2 ? lens.only : null}
        onClick={() => step(1)}
      >
        <ChevronRight className="flips" size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
