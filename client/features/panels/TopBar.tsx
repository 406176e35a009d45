/** The bar at the top: board menu, saved state, viewpoint, people, sharing. */
import { CloudCheck, CloudOff, ListTree, RefreshCw, Search, Share2 } from 'lucide-react';
import type { Viewpoint } from '../../../shared/model/ids.ts';
import { usePanel, usePanels } from '../../state/panels.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { type ConnectionState, savedIn } from '../../sync/connection.ts';
import type { SavedState } from '../../sync/saved.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useMessages } from '../../ui/locale.ts';
import { Mark } from '../../ui/Mark.tsx';
import { IconButton } from '../../ui/Tip.tsx';
import { HereAs } from '../facilitate/HereAs.tsx';
import { People } from '../people/People.tsx';
import { LensButton } from '../views/LensButton.tsx';
import { ViewAsMenu } from '../views/ViewAsMenu.tsx';
import { TitleMenu } from './TitleMenu.tsx';
import './topBar.css';

export interface TopBarProps {
  readonly connection: ConnectionState;
  readonly homeStore: BoardStore;
  readonly viewing: Viewpoint | null;
  readonly onShare: () => void;
  readonly onShortcuts: () => void;
}

export function TopBar({ connection, homeStore, viewing, onShare, onShortcuts }: TopBarProps) {
  const { rights } = useWorkspace();
  const { top } = useMessages();
  const facilitator = rights.role === 'facilitator';
  return (
    <header className="top-bar">
      <div className="top-start">
        <Mark />
        <TitleMenu onShortcuts={onShortcuts} />
        <span className="separator wide-only" />
        <Saved state={savedIn(connection)} />
      </div>
      <div className="top-middle">
        {facilitator ? (
          <>
            <ViewAsMenu homeStore={homeStore} viewing={viewing} />
            <LensButton viewing={viewing} />
          </>
        ) : (
          <HereAs />
        )}
      </div>
      <div className="top-end">
        <People />
        <PanelButtons />
        {facilitator && (
          <button type="button" className="button is-primary" aria-label={top.share} onClick={onShare}>
            <Share2 size={15} aria-hidden="true" />
            <span className="wide-only">{top.share}</span>
          </button>
        )}
      </div>
    </header>
  );
}

function PanelButtons() {
  const { search, outline } = useMessages();
  const panels = usePanels();
  const searching = usePanel((state) => state.search);
  const outlined = usePanel((state) => state.outline);
  return (
    <>
      <IconButton
        className="wide-only"
        label={outline.open}
        hint="Ctrl Shift L"
        aria-pressed={outlined}
        onClick={() => panels.setState({ outline: !outlined })}
      >
        <ListTree size={18} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={search.label}
        hint="Ctrl F"
        aria-pressed={searching}
        onClick={() => panels.setState({ search: !searching })}
      >
        <Search size={18} aria-hidden="true" />
      </IconButton>
    </>
  );
}

const SAVED_GLYPHS = { saved: CloudCheck, saving: RefreshCw, offline: CloudOff } as const;

function Saved({ state }: { readonly state: SavedState }) {
  const { top } = useMessages();
  const Glyph = SAVED_GLYPHS[state];
  return (
    <span className={`saved is-${state}`} role="status" data-state={state} data-testid="saved">
      <Glyph size={15} aria-hidden="true" />
      <span className="wide-only">{top.saved[state]}</span>
    </span>
  );
}
