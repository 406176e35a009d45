/**
 * What the command palette offers: the canvas's keys by name, the panels, and the page's own choices; each
 * only while it is possible. A key's entry presses that key on the canvas, so that both do the same.
 */
import type { useReactFlow } from '@xyflow/react';
import { type KeyFacts, TOOL_KEYS } from '../../canvas/keyboard/commands.ts';
import { keyboardLinkSource } from '../../canvas/keyboardLinking/keyboardLinking.ts';
import { navigate } from '../../session/route.ts';
import type { ExchangeRequest } from '../../state/exchangeRequest.ts';
import type { Panels } from '../../state/panels.ts';
import { canCreate, canEdit, isFacilitator } from '../../state/rights.ts';
import { firstLens } from '../../state/stepping.ts';
import type { Tool } from '../../state/ui.ts';
import { viewpointName } from '../../state/viewpointNames.ts';
import { viewpointGroups } from '../../state/viewpoints.ts';
import { type Views, viewAs } from '../../state/views.ts';
import type { Workspace } from '../../state/workspace.ts';
import { setLocale, setTheme, THEMES } from '../../ui/locale.ts';
import { LOCALES, type Locale } from '../../ui/locales.ts';
import type { Messages } from '../../ui/messages/en.ts';
import { hasKeptBack } from '../exchange/keptBack.ts';
import { downloadImage, IMAGE_FORMATS } from '../images/downloadImage.ts';
import { startTidy } from '../tidy/startTidy.ts';
import type { PaletteEntry } from './entry.ts';
import { newBoardEntries } from './newBoardEntries.ts';
import { selectionEntries } from './selectionEntries.ts';

export interface PaletteContext {
  readonly flow: ReturnType<typeof useReactFlow>;
  readonly workspace: Workspace;
  readonly panels: Panels;
  readonly messages: Messages;
  readonly onShare: () => void;
  readonly views: Views;
}

type Press = Pick<KeyFacts, 'code'> & Partial<KeyFacts>;

/** The canvas's keys, by the names of their entries. */
export const CANVAS_KEYS = {
  undo: { code: 'KeyZ', mod: true },
  redo: { code: 'KeyZ', mod: true, shiftKey: true },
  selectAll: { code: 'KeyA', mod: true },
  deselect: { code: 'Escape' },
  rename: { code: 'Enter' },
  connect: { code: 'KeyL' },
  duplicate: { code: 'KeyD', mod: true },
  group: { code: 'KeyG', mod: true },
  delete: { code: 'Delete' },
  fit: { code: 'Digit1' },
  zoomIn: { code: 'Equal', mod: true },
  zoomOut: { code: 'Minus', mod: true },
  zoomReset: { code: 'Digit0', mod: true },
  shortcuts: { code: 'Slash', key: '?' },
} as const satisfies Record<string, Press>;

function press({ code, key = '', mod = false, shiftKey = false }: Press): void {
  const init = { code, key, ctrlKey: mod, shiftKey, bubbles: true, cancelable: true };
  document.querySelector('.canvas')?.dispatchEvent(new KeyboardEvent('keydown', init));
}

export function paletteEntries(context: PaletteContext): PaletteEntry[] {
  return [
    ...boardEntries(context),
    ...selectionEntries(context),
    ...panelEntries(context),
    ...viewEntries(context),
    ...exchangeEntries(context),
    ...toolEntries(context),
    ...pageEntries(context),
  ];
}

function boardEntries({ workspace, messages }: PaletteContext): PaletteEntry[] {
  const { history, rights, ui, store } = workspace;
  const { palette, zoom } = messages;
  const { selection } = ui.getState();
  const chosen = [...selection]
    .map((id) => workspace.store.element(id))
    .filter((element) => element !== undefined);
  const mine = chosen.filter((element) => canEdit(rights, element));
  const offers: [keyof typeof CANVAS_KEYS, string, string, boolean][] = [
    ['undo', messages.undo, 'Ctrl Z', canCreate(rights) && history.state.canUndo],
    ['redo', messages.redo, 'Ctrl Shift Z', canCreate(rights) && history.state.canRedo],
    ['rename', palette.rename, 'Enter', chosen.length === 1 && mine.length === 1],
    ['connect', messages.editing.connect, 'L', keyboardLinkSource(workspace) !== null && canCreate(rights)],
    ['duplicate', palette.duplicate, 'Ctrl D', canCreate(rights) && chosen.some((one) => 'position' in one)],
    ['group', messages.editing.group, 'Ctrl G', canCreate(rights) && chosen.some((one) => 'position' in one)],
    ['delete', palette.delete, 'Delete', mine.length > 0],
    ['selectAll', palette.selectAll, 'Ctrl A', store.nodes.size > 0],
    ['deselect', palette.deselect, 'Esc', selection.size > 0],
    ['fit', zoom.fit, '1', true],
    ['zoomIn', zoom.in, 'Ctrl +', true],
    ['zoomOut', zoom.out, 'Ctrl −', true],
    ['zoomReset', zoom.reset, 'Ctrl 0', true],
    ['shortcuts', messages.top.shortcuts, '?', true],
  ];
  return offers.flatMap(([id, label, keys, possible]) =>
    possible ? [{ id, label, keys, run: () => press(CANVAS_KEYS[id]) }] : [],
  );
}

function panelEntries({ workspace, panels, messages }: PaletteContext): PaletteEntry[] {
  const { search, outline, tidy, models } = messages;
  const { rights, store, ui } = workspace;
  const tidyEntry = {
    id: 'tidy',
    label: ui.getState().selection.size > 0 ? tidy.selection : tidy.all,
    keys: 'Shift T',
    run: () => void startTidy(workspace, panels),
  };
  const templateEntry = {
    id: 'template',
    label: models.saveTemplate,
    keys: '',
    run: () => panels.setState({ template: true }),
  };
  const settingsEntry = {
    id: 'settings',
    label: models.settings,
    keys: '',
    run: () => panels.setState({ settings: true }),
  };
  return [
    ...(canCreate(rights) && store.nodes.size > 0 ? [tidyEntry] : []),
    ...(isFacilitator(rights) ? [settingsEntry, templateEntry] : []),
    {
      id: 'checks',
      label: models.checks,
      keys: '',
      run: () => panels.setState((state) => ({ checks: !state.checks })),
    },
    {
      id: 'legend',
      label: messages.commands.showKey,
      keys: '',
      run: () => panels.setState({ legend: true }),
    },
    { id: 'search', label: search.label, keys: 'Ctrl F', run: () => panels.setState({ search: true }) },
    {
      id: 'outline',
      label: outline.label,
      keys: 'Ctrl Shift L',
      run: () => panels.setState((state) => ({ outline: !state.outline })),
    },
  ];
}

/** More viewpoints than these are looked up in the list that View as opens. */
const MAX_VIEWPOINTS = 400;

function viewEntries({ workspace, messages, views }: PaletteContext): PaletteEntry[] {
  const { rights, store } = workspace;
  const words = messages.viewAs;
  if (rights.role !== 'facilitator') return [];
  const open = {
    id: 'view-as',
    label: words.open,
    keys: words.keyHint,
    run: () => views.setState({ picking: 'view' }),
  };
  if (rights.viewing)
    return [{ id: 'back', label: words.back, keys: 'Esc', run: () => viewAs(views, null) }, open];
  const viewpoints = viewpointGroups(store.nodes.values()).flatMap(({ nodes }) => nodes.map(({ id }) => id));
  const lens = () =>
    views.setState((state) => ({ lens: state.lens === null ? firstLens(store.nodes.values()) : null }));
  return [
    open,
    { id: 'lens', label: words.lens, keys: words.lensHint, run: lens },
    { id: 'exposure', label: words.exposure, keys: '', run: () => views.setState({ exposure: true }) },
    { id: 'reveals', label: words.reveals, keys: '', run: () => views.setState({ reveals: true }) },
    ...(['everyone', ...viewpoints.slice(0, MAX_VIEWPOINTS)] as const).map((viewpoint) => ({
      id: `view-as ${viewpoint}`,
      label: `${words.label}: ${viewpointName(store, viewpoint)}`,
      keys: '',
      run: () => viewAs(views, viewpoint),
    })),
  ];
}

function exchangeEntries({ workspace, panels, messages }: PaletteContext): PaletteEntry[] {
  const { rights, store } = workspace;
  const { exchange } = messages;
  const entry = (id: string, request: Exclude<ExchangeRequest, { type: 'step' }>) => ({
    id,
    label: exchange[request.type],
    keys: '',
    run: () => panels.setState({ exchange: request }),
  });
  return [
    ...(canCreate(rights) ? [entry('import', { type: 'import', files: [] })] : []),
    entry('export', { type: 'export' }),
    ...(isFacilitator(rights) && hasKeptBack(store)
      ? [entry('show imported', { type: 'show', last: null })]
      : []),
  ];
}

function toolEntries({ workspace, messages }: PaletteContext): PaletteEntry[] {
  const { tools, nodeKinds, palette } = messages;
  const { select, hand, link } = tools;
  const names: Readonly<Record<Tool, string>> = { ...nodeKinds, select, hand, link };
  return Object.entries(TOOL_KEYS).flatMap(([code, tool]) => {
    if (tool !== 'select' && tool !== 'hand' && !canCreate(workspace.rights)) return [];
    const label = palette.tool(names[tool]);
    return [{ id: `tool ${tool}`, label, keys: code.replace('Key', ''), run: () => press({ code }) }];
  });
}

function pageEntries({ workspace, panels, messages, onShare }: PaletteContext): PaletteEntry[] {
  const renameBoard = {
    id: 'rename board',
    label: messages.commands.renameBoard,
    keys: '',
    run: () => panels.setState({ renaming: true }),
  };
  const { palette, images } = messages;
  const share = { id: 'share', label: palette.share, keys: '', run: onShare };
  return [
    ...(isFacilitator(workspace.rights) ? [share, renameBoard] : []),
    ...IMAGE_FORMATS.map((format) => ({
      id: `image ${format}`,
      label: `${images.heading}: ${images[format]}`,
      keys: '',
      run: () => void downloadImage(workspace, format),
    })),
    { id: 'home', label: palette.home, keys: '', run: () => navigate('/') },
    ...newBoardEntries(messages),
    ...THEMES.map((theme) => ({
      id: `theme ${theme}`,
      label: palette.themes[theme],
      keys: '',
      run: () => setTheme(theme),
    })),
    ...Object.entries(LOCALES).map(([locale, name]) => ({
      id: `locale ${locale}`,
      label: palette.language(name),
      keys: '',
      run: () => void setLocale(locale as Locale),
    })),
  ];
}
