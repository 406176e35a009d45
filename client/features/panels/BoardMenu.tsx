/** The menu under the board's title: rename, settings, appearance, language, help, and the way home. Mounted open. */
import { Menu } from '@base-ui/react/menu';
import {
  ChevronDown,
  Eye,
  FileDown,
  FileUp,
  Home,
  Keyboard,
  LayoutTemplate,
  ListTree,
  Pencil,
  ScanEye,
  ShieldCheck,
  SlidersHorizontal,
  Sparkles,
  Sunrise,
} from 'lucide-react';
import { useRef, useState } from 'react';
import { navigate } from '../../session/route.ts';
import type { ExchangeRequest } from '../../state/exchangeRequest.ts';
import { usePanel, usePanels } from '../../state/panels.ts';
import { canCreate, isFacilitator } from '../../state/rights.ts';
import { useViews } from '../../state/views.ts';
import { useBoardTitle, useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { hasKeptBack } from '../exchange/keptBack.ts';
import { startTidy } from '../tidy/startTidy.ts';
import { PreferenceItems } from './PreferenceItems.tsx';
import { TitleField } from './TitleField.tsx';

export default function BoardMenu({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const workspace = useWorkspace();
  const { rights } = workspace;
  const { top, start, outline, tidy, models, viewAs } = useMessages();
  const views = useViews();
  const panels = usePanels();
  const title = useBoardTitle();
  const renaming = usePanel((state) => state.renaming);
  const setRenaming = (on: boolean) => panels.setState({ renaming: on });
  const [wasOpen, setWasOpen] = useState(renaming);
  /** The field opens when the menu is gone, which must not take the focus back then. */
  const renameNext = useRef(false);
  const done = () => {
    renameNext.current = false;
    setRenaming(false);
  };
  if (renaming) return <TitleField title={title} onDone={done} />;
  return (
    <>
      <h1 className="visually-hidden">{title}</h1>
      <Menu.Root
        defaultOpen={!wasOpen}
        onOpenChangeComplete={(open) => {
          if (!open) setWasOpen(true);
          if (!open && renameNext.current) setRenaming(true);
        }}
      >
        <Menu.Trigger className="title-button" aria-label={`${title || start.untitled}, ${top.menu}`}>
          <bdi className="title-text">{title || start.untitled}</bdi>
          <ChevronDown size={14} strokeWidth={2} aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="popup-positioner" sideOffset={6} align="start">
            <Menu.Popup className="popup menu board-menu" finalFocus={() => !renameNext.current}>
              <Menu.Item className="menu-item" onClick={() => navigate('/')}>
                <Home size={16} aria-hidden="true" />
                {top.home}
              </Menu.Item>
              {canCreate(rights) && isFacilitator(rights) && (
                <Menu.Item
                  className="menu-item"
                  onClick={() => {
                    renameNext.current = true;
                  }}
                >
                  <Pencil size={16} aria-hidden="true" />
                  {top.rename}
                </Menu.Item>
              )}
              {isFacilitator(rights) && (
                <Menu.Item className="menu-item" onClick={() => panels.setState({ settings: true })}>
                  <SlidersHorizontal size={16} aria-hidden="true" />
                  {models.settings}
                </Menu.Item>
              )}
              {isFacilitator(rights) && (
                <>
                  <Menu.Item className="menu-item" onClick={() => views.setState({ exposure: true })}>
                    <ScanEye size={16} aria-hidden="true" />
                    {viewAs.exposure}
                  </Menu.Item>
                  <Menu.Item className="menu-item" onClick={() => views.setState({ reveals: true })}>
                    <Sunrise size={16} aria-hidden="true" />
                    {viewAs.reveals}
                  </Menu.Item>
                </>
              )}
              {isFacilitator(rights) && (
                <Menu.Item className="menu-item" onClick={() => panels.setState({ template: true })}>
                  <LayoutTemplate size={16} aria-hidden="true" />
                  {models.saveTemplate}
                </Menu.Item>
              )}
              <Menu.Item className="menu-item" onClick={() => panels.setState({ checks: true })}>
                <ShieldCheck size={16} aria-hidden="true" />
                {models.checks}
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={() => panels.setState({ outline: true })}>
                <ListTree size={16} aria-hidden="true" />
                {outline.open}
                <kbd className="end">Ctrl Shift L</kbd>
              </Menu.Item>
              {canCreate(rights) && (
                <Menu.Item className="menu-item" onClick={() => void startTidy(workspace, panels)}>
                  <Sparkles size={16} aria-hidden="true" />
                  {tidy.all}
                  <kbd className="end">Shift T</kbd>
                </Menu.Item>
              )}
              <Menu.Item className="menu-item" onClick={onShortcuts}>
                <Keyboard size={16} aria-hidden="true" />
                {top.shortcuts}
                <kbd className="end">?</kbd>
              </Menu.Item>
              <ExchangeItems />
              <PreferenceItems />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  );
}

function ExchangeItems() {
  const { rights, store } = useWorkspace();
  const panels = usePanels();
  const { exchange } = useMessages();
  const open = (request: ExchangeRequest) => panels.setState({ exchange: request });
  return (
    <>
      <div className="menu-separator" />
      {canCreate(rights) && (
        <Menu.Item className="menu-item" onClick={() => open({ type: 'import', files: [] })}>
          <FileUp size={16} aria-hidden="true" />
          {exchange.import}
        </Menu.Item>
      )}
      <Menu.Item className="menu-item" onClick={() => open({ type: 'export' })}>
        <FileDown size={16} aria-hidden="true" />
        {exchange.export}
      </Menu.Item>
      {isFacilitator(rights) && hasKeptBack(store) && (
        <Menu.Item className="menu-item" onClick={() => open({ type: 'show', last: null })}>
          <Eye size={16} aria-hidden="true" />
          {exchange.show}
        </Menu.Item>
      )}
    </>
  );
}
