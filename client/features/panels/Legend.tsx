/**
 * What the shapes and lines on this view mean: only those that are in it, kept up to date. The lines stand in the
 * bar, everything stands in the popup over it. Which of the two is remembered on this device.
 */
import { Shapes } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { LINK_KINDS, type LinkKind, NODE_KINDS, type NodeKind } from '../../../shared/model/kinds.ts';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { LinkSample } from '../../shapes/LinkSample.tsx';
import { NODE_SHAPES } from '../../shapes/nodes/nodeShapes.ts';
import { usePanel, usePanels } from '../../state/panels.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useMessages } from '../../ui/locale.ts';
import { PopupButton } from '../../ui/PopupButton.tsx';
import { kindsInUse } from './kindsInUse.ts';
import './legend.css';

const IN_BAR_KEY = 'cellboard.legend';

function useKindsInUse(store: BoardStore): { nodes: NodeKind[]; links: LinkKind[] } {
  // A string, so that only a kind that comes or goes renders anything.
  const used = useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => kindsInUse(store),
  );
  const kinds = new Set(used.split(' '));
  return {
    nodes: NODE_KINDS.filter((kind) => kinds.has(kind)),
    links: LINK_KINDS.filter((kind) => kinds.has(kind)),
  };
}

export function Legend() {
  const { store } = useWorkspace();
  const { nodes, links } = useKindsInUse(store);
  const { legend, linkKinds } = useMessages();
  const [inBar, setInBar] = useState(() => localStorage.getItem(IN_BAR_KEY) !== 'closed');
  const keep = (kept: boolean) => {
    localStorage.setItem(IN_BAR_KEY, kept ? 'open' : 'closed');
    setInBar(kept);
  };
  const panels = usePanels();
  const open = usePanel((state) => state.legend);
  return (
    <div className={`link-key bar ${inBar && links.length > 0 ? '' : 'is-closed'}`}>
      <PopupButton
        open={open}
        onOpenChange={(legend) => panels.setState({ legend })}
        className="button is-quiet is-small"
        label={legend.open}
        face={
          <>
            <Shapes size={15} aria-hidden="true" />
            {!(inBar && links.length > 0) && <span>{legend.open}</span>}
          </>
        }
        popupLabel={legend.open}
        popupClassName="legend"
        side="top"
        align="start"
      >
        <Kinds nodes={nodes} links={links} />
        <label className="legend-choice">
          <input type="checkbox" checked={inBar} onChange={(event) => keep(event.target.checked)} />
          {legend.inBar}
        </label>
      </PopupButton>
      {inBar && links.length > 0 && (
        <ul aria-label={legend.links}>
          {links.map((kind) => (
            <li key={kind}>
              <LinkSample kind={kind} />
              {linkKinds[kind]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Kinds({
  nodes,
  links,
}: {
  readonly nodes: readonly NodeKind[];
  readonly links: readonly LinkKind[];
}) {
  const { legend, nodeKinds, linkKinds } = useMessages();
  if (nodes.length === 0) return <p className="empty">{legend.empty}</p>;
  return (
    <div className="legend-kinds">
      <section>
        <h3>{legend.nodes}</h3>
        <ul>
          {nodes.map((kind) => (
            <li key={kind}>
              <KindGlyph kind={kind} hue={NODE_SHAPES[kind].sampleHue} size={20} />
              {nodeKinds[kind]}
            </li>
          ))}
        </ul>
      </section>
      {links.length > 0 && (
        <section>
          <h3>{legend.links}</h3>
          <ul>
            {links.map((kind) => (
              <li key={kind}>
                <LinkSample kind={kind} />
                {linkKinds[kind]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
