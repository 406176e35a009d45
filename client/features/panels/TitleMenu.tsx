/** The board's title, which opens the board's menu. The menu comes after the page's first load. */
import { ChevronDown } from 'lucide-react';
import { Suspense, useState } from 'react';
import { usePanel } from '../../state/panels.ts';
import { useBoardTitle } from '../../state/workspace.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useMessages } from '../../ui/locale.ts';

const BoardMenu = lazyPart(() => import('./BoardMenu.tsx'));

export function TitleMenu({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const title = useBoardTitle();
  const { top, start } = useMessages();
  const [wanted, setWanted] = useState(false);
  const renaming = usePanel((state) => state.renaming);
  const button = (
    <>
      <h1 className="visually-hidden">{title}</h1>
      <button
        type="button"
        className="title-button"
        aria-haspopup="menu"
        aria-expanded={wanted}
        aria-label={`${title || start.untitled}, ${top.menu}`}
        onClick={() => setWanted(true)}
      >
        <bdi className="title-text">{title || start.untitled}</bdi>
        <ChevronDown size={14} strokeWidth={2} aria-hidden="true" />
      </button>
    </>
  );
  return wanted || renaming ? (
    <Suspense fallback={button}>
      <BoardMenu onShortcuts={onShortcuts} />
    </Suspense>
  ) : (
    button
  );
}
