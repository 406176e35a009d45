/** Search on the board: a list of what the view holds under a query; the canvas marks it. Loaded when asked for. */
import { useReactFlow } from '@xyflow/react';
import { Search, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { emphasize } from '../../canvas/emphasis.ts';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { LinkSample } from '../../shapes/LinkSample.tsx';
import { describeLink, nameOf } from '../../state/describe.ts';
import { usePanels } from '../../state/panels.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages } from '../../ui/locale.ts';
import { useEscape } from '../../ui/useEscape.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { findElements, type Hit } from './find.ts';
import { focusElement, showElement } from './showElement.ts';
import './search.css';

/** More than anybody reads; the count says how many there are. */
const MAX_SHOWN = 100;

export default function SearchPanel() {
  const workspace = useWorkspace();
  const { store, ui } = workspace;
  const panels = usePanels();
  const flow = useReactFlow();
  const { search, close } = useMessages();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  const version = useStoreVersion(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is read anew with each version.
  const hits = useMemo(
    () => findElements({ nodes: store.nodes.values(), links: store.links.values() }, asked),
    [store, asked, version],
  );
  useEffect(() => emphasize(hits.map(({ id }) => id)), [hits]);
  const leave = () => {
    panels.setState({ search: false });
    const [id] = ui.getState().selection;
    if (id !== undefined) focusElement(id);
  };
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, { reach: 'board', onEscape: leave });
  return (
    <search ref={panel} className="search-panel popup">
      <ChoiceList
        label={search.label}
        query={query}
        onQuery={setQuery}
        glyph={<Search size={16} aria-hidden="true" />}
        choices={hits.slice(0, MAX_SHOWN).map((hit) => ({ id: hit.id, content: <HitLine hit={hit} /> }))}
        areBehind={asked !== query}
        onChoose={(id) => showElement(workspace, { id, flow })}
        empty={asked.trim() === '' ? null : search.none}
        end={
          <>
            <span className="choice-count numeric" role="status">
              {hits.length > 0 && search.count(hits.length)}
            </span>
            <button type="button" className="icon-button is-small" aria-label={close} onClick={leave}>
              <X size={16} aria-hidden="true" />
            </button>
          </>
        }
      />
    </search>
  );
}

function HitLine({ hit: { id, excerpt } }: { readonly hit: Hit }) {
  const { store } = useWorkspace();
  const { nodeKinds, linkKinds } = useMessages();
  const node = store.nodes.get(id);
  const link = store.links.get(id);
  if (node !== undefined) {
    return (
      <>
        <KindGlyph kind={node.kind} hue={node.color} label={node.label} size={20} />
        <span className="choice-text">
          <bdi>{nameOf(node)}</bdi>
          {excerpt !== '' && <small dir="auto">{excerpt}</small>}
        </span>
        <span className="end choice-end">{nodeKinds[node.kind]}</span>
      </>
    );
  }
  if (link === undefined) return null;
  return (
    <>
      <LinkSample kind={link.kind} width={20} />
      <span className="choice-text">
        <bdi>{link.label}</bdi>
        <small dir="auto">{excerpt === '' ? describeLink({ store }, link) : excerpt}</small>
      </span>
      <span className="end choice-end">{linkKinds[link.kind]}</span>
    </>
  );
}
