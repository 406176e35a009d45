/** Shows the panels that come and go over the canvas; each is loaded the first time it is asked for. */
import { Suspense, useCallback, useEffect } from 'react';
import { usePanel, usePanels } from '../../state/panels.ts';
import { isFacilitator } from '../../state/rights.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { DropTarget } from '../exchange/DropTarget.tsx';
import { startTidy } from '../tidy/startTidy.ts';
import { usePanelKeys } from './usePanelKeys.ts';

const SearchPanel = lazyPart(() => import('../search/SearchPanel.tsx'));
const Following = lazyPart(() => import('../people/Following.tsx'));
const OutlinePanel = lazyPart(() => import('../outline/OutlinePanel.tsx'));
const DrawingsPanel = lazyPart(() => import('../facilitate/DrawingsPanel.tsx'));
const Presenting = lazyPart(() => import('../facilitate/Presenting.tsx'));
const BoardSettings = lazyPart(() => import('../settings/BoardSettings.tsx'));
const PreviewDialog = lazyPart(() => import('../views/preview/PreviewDialog.tsx'));
const ChecksPanel = lazyPart(() => import('../checks/ChecksPanel.tsx'));
const SaveTemplate = lazyPart(() => import('../settings/SaveTemplate.tsx'));
const ExchangeDialogs = lazyPart(() => import('../exchange/ExchangeDialogs.tsx'));
const PaletteDialog = lazyPart(() => import('../palette/PaletteDialog.tsx'));

export interface OpenPanelsProps {
  readonly token: string;
  readonly onShare: () => void;
}

export function OpenPanels({ token, onShare }: OpenPanelsProps) {
  const workspace = useWorkspace();
  const panels = usePanels();
  const search = usePanel((state) => state.search);
  const following = usePanel((state) => state.following);
  const palette = usePanel((state) => state.palette);
  const settings = usePanel((state) => state.settings);
  const checks = usePanel((state) => state.checks);
  const drawings = usePanel((state) => state.drawings);
  const presenting = usePanel((state) => state.presenting);
  const template = usePanel((state) => state.template);
  const preview = usePanel((state) => state.preview);
  const exchange = usePanel((state) => state.exchange);
  const onTidy = useCallback(() => void startTidy(workspace, panels), [workspace, panels]);
  usePanelKeys(panels, onTidy);
  const { history } = workspace;
  useEffect(
    () => history.leaveLargeSteps((way) => panels.setState({ exchange: { type: 'step', way } })),
    [history, panels],
  );
  return (
    <Suspense fallback={null}>
      <DropTarget />
      {following !== null && <Following key={following} client={following} />}
      {search && <SearchPanel />}
      {drawings && isFacilitator(workspace.rights) && <DrawingsPanel />}
      {presenting && <Presenting />}
      {preview !== null && <PreviewDialog {...preview} onClose={() => panels.setState({ preview: null })} />}
      {exchange !== null && <ExchangeDialogs request={exchange} />}
      {palette && <PaletteDialog onShare={onShare} />}
      {checks && <ChecksPanel />}
      {template && <SaveTemplate token={token} onClose={() => panels.setState({ template: false })} />}
      {settings && <BoardSettings onClose={() => panels.setState({ settings: false })} />}
    </Suspense>
  );
}

/** What stands beside the canvas, at the start. */
export function SidePanel() {
  const outline = usePanel((state) => state.outline);
  return <Suspense fallback={null}>{outline && <OutlinePanel />}</Suspense>;
}
