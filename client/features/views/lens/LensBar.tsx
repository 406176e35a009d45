/**
 * The bar of the lens: its viewpoint, counts of what it shows and hides, a second viewpoint to compare, and a
 * strip that steps through the viewpoints of a kind. The lens marks the canvas; editing goes on, and it
 * follows.
 */
import { Eye, GitCompareArrows, ScanEye, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';
import { viewpointName } from '../../../state/viewpointNames.ts';
import { type Lens, viewAs as lookAs, useViews } from '../../../state/views.ts';
import type { VisibilityWorker } from '../../../state/visibilityWorker/visibilityWorker.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { useStoreVersion } from '../../../sync/useStoreVersion.ts';
import { usePreferences } from '../../../ui/locale.ts';
import { IconButton } from '../../../ui/Tip.tsx';
import { useViewsMessages } from '../messages.ts';
import { PickerButton } from '../PickerButton.tsx';
import { LensStrip } from './LensStrip.tsx';
import { lensMarks, type Marked } from './marks.ts';
import { useVisible } from './useVisible.ts';
import './lensBar.css';

export interface LensBarProps {
  readonly lens: Lens;
  readonly visibilityWorker: VisibilityWorker;
}

export default function LensBar({ lens, visibilityWorker }: LensBarProps) {
  const { store } = useWorkspace();
  const views = useViews();
  const { lens: words } = useViewsMessages();
  useStoreVersion(store);
  const marked = useMarks(lens, visibilityWorker);
  const there = (viewpoint: Viewpoint | null) =>
    viewpoint === null || viewpoint === 'everyone' || store.nodes.has(viewpoint);
  const isThere = there(lens.a) && there(lens.b);
  // A lens of a viewpoint that is no longer on the board shows nothing.
  useEffect(() => {
    if (!isThere) views.setState({ lens: null });
  }, [isThere, views]);
  const set = (change: Partial<Lens>) => views.setState({ lens: { ...lens, ...change } });
  const [a, b] = [viewpointName(store, lens.a), lens.b === null ? '' : viewpointName(store, lens.b)];
  return (
    <section className="lens" aria-label={words.label}>
      <div className="lens-bar bar">
        <ScanEye size={18} aria-hidden="true" />
        <b className="wide-only lens-word">{words.label}</b>
        <span className="muted wide-only lens-word">{words.as}</span>
        <PickerButton
          store={store}
          current={lens.a}
          label={words.choose(a)}
          onChoose={(viewpoint) => set({ a: viewpoint })}
        />
        {lens.b !== null && (
          <>
            <span className="muted">{words.with}</span>
            <PickerButton
              store={store}
              current={lens.b}
              label={words.choose(b)}
              onChoose={(viewpoint) => set({ b: viewpoint })}
            />
          </>
        )}
        <span className="separator lens-separator" />
        <Counts lens={lens} marked={marked} names={{ a, b }} />
        <span className="separator lens-separator" />
        {lens.b === null ? (
          <PickerButton
            store={store}
            current={null}
            label={words.compareWith}
            onChoose={(viewpoint) => set({ b: viewpoint })}
          >
            <GitCompareArrows size={16} aria-hidden="true" />
          </PickerButton>
        ) : (
          <IconButton small label={words.uncompare} onClick={() => set({ b: null })}>
            <GitCompareArrows size={16} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton small label={words.viewAs(a)} onClick={() => lookAs(views, lens.a)}>
          <Eye size={16} aria-hidden="true" />
        </IconButton>
        <IconButton small label={words.close} hint="Esc" onClick={() => views.setState({ lens: null })}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <LensStrip store={store} at={lens.a} onChoose={(viewpoint) => set({ a: viewpoint })} />
    </section>
  );
}

/** Marks the canvas while the lens is there. Null until it is known what is seen. */
function useMarks(lens: Lens, visibilityWorker: VisibilityWorker): Marked | null {
  const { store, scene } = useWorkspace();
  const a = useVisible(visibilityWorker, lens.a);
  const b = useVisible(visibilityWorker, lens.b);
  const version = useStoreVersion(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: elements come and go with the store's versions.
  const marked = useMemo(() => {
    if (a === null || (lens.b !== null && b === null)) return null;
    const ids: ElementId[] = [...store.nodes.keys(), ...store.links.keys()];
    return lensMarks(ids, { a, b: lens.b === null ? null : b });
  }, [a, b, lens.b, store, version]);
  useEffect(() => {
    if (marked !== null) scene.mark(marked.marks);
  }, [scene, marked]);
  useEffect(() => () => scene.mark(new Map()), [scene]);
  return marked;
}

interface CountsProps {
  readonly lens: Lens;
  readonly marked: Marked | null;
  readonly names: { readonly a: string; readonly b: string };
}

function Counts({ lens, marked, names }: CountsProps) {
  const { lens: words } = useViewsMessages();
  const { locale } = usePreferences();
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  const count = (sign: string, number: number, what: string) => (
    <span className="lens-count">
      <i className={`lens-sign ${sign}`} aria-hidden="true" />
      <b className="numeric">{digits.format(number)}</b> <bdi>{what}</bdi>
    </span>
  );
  if (marked === null) {
    return (
      <span className="lens-counts" role="status">
        <span className="visually-hidden">{words.working}</span>
      </span>
    );
  }
  const { both, onlyA, onlyB, neither } = marked;
  return (
    <span className="lens-counts" role="status">
      {lens.b === null ? (
        <>
          {count('is-both', both, words.visible)}
          {count('is-neither', neither, words.hidden)}
        </>
      ) : (
        <>
          {count('is-both', both, words.both)}
          {count('is-a', onlyA, words.onlyA(names.a))}
          {count('is-b', onlyB, words.onlyA(names.b))}
          {count('is-neither', neither, words.neither)}
        </>
      )}
    </span>
  );
}
