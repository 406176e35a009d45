/**
 * Exposure: how much each viewpoint sees, what is seen by most, which groups know each other, and whom the board
 * hangs on. Counted in the worker by the rules of visibility.
 */
import { Tabs } from '@base-ui/react/tabs';
import type { Exposure } from '../../../../shared/explain/exposure.ts';
import { elementName } from '../../../state/viewpointNames.ts';
import { useViews } from '../../../state/views.ts';
import { useAnswer } from '../../../state/visibilityWorker/useAnswer.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { DialogFrame } from '../../../ui/DialogFrame.tsx';
import { useViewsMessages } from '../messages.ts';
import { ViewpointGlyph } from '../ViewpointGlyph.tsx';
import { ExposureTable, MAX_ROWS } from './ExposureTable.tsx';
import { Leaving } from './Leaving.tsx';
import './exposure.css';

const QUESTION = { kind: 'exposure' } as const;

export default function ExposureDialog() {
  const { visibilityWorker } = useWorkspace();
  const views = useViews();
  const { exposure: words } = useViewsMessages();
  const found = useAnswer<'exposure'>(visibilityWorker, QUESTION);
  return (
    <DialogFrame
      title={words.title}
      hint={words.hint}
      className="exposure"
      onClose={() => views.setState({ exposure: false })}
    >
      <div className="dialog-body">
        {found === null ? (
          <p className="empty" role="status">
            {words.working}
          </p>
        ) : (
          <Parts found={found} />
        )}
      </div>
    </DialogFrame>
  );
}

function Parts({ found }: { readonly found: Exposure }) {
  const { exposure: words } = useViewsMessages();
  return (
    <Tabs.Root defaultValue="views">
      <Tabs.List className="exposure-tabs">
        {(['views', 'seen', 'pairs', 'leaving'] as const).map((tab) => (
          <Tabs.Tab key={tab} value={tab} className="exposure-tab">
            {words.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="views">
        <ExposureTable found={found} />
      </Tabs.Panel>
      <Tabs.Panel value="seen">
        <MostSeen found={found} />
      </Tabs.Panel>
      <Tabs.Panel value="pairs">
        <Pairs found={found} />
      </Tabs.Panel>
      <Tabs.Panel value="leaving">
        <Leaving holding={found.holding} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function MostSeen({ found }: { readonly found: Exposure }) {
  const { store } = useWorkspace();
  const views = useViews();
  const { exposure: words } = useViewsMessages();
  return (
    <ul className="exposure-list">
      {found.mostSeen.map(({ id, viewers }) => (
        <li key={id}>
          <button
            type="button"
            className="menu-item"
            onClick={() => views.setState({ exposure: false, whoSees: id })}
          >
            <bdi className="grow">{elementName(store, id)}</bdi>
            <span className="end">{words.of(viewers, found.viewpoints)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Pairs({ found: { acquainted } }: { readonly found: Exposure }) {
  const { store } = useWorkspace();
  const views = useViews();
  const { exposure: words, preview } = useViewsMessages();
  return (
    <>
      <p className="hint exposure-hint">{acquainted.length === 0 ? words.noPairs : words.pairsHint}</p>
      <ul className="exposure-list">
        {acquainted.slice(0, MAX_ROWS).map(([one, other]) => (
          <li key={`${one} ${other}`}>
            <button
              type="button"
              className="menu-item"
              onClick={() => views.setState({ exposure: false, lens: { a: one, b: other } })}
            >
              <ViewpointGlyph store={store} viewpoint={one} size={18} />
              <bdi>{elementName(store, one)}</bdi>
              <span aria-hidden="true">↔</span>
              <ViewpointGlyph store={store} viewpoint={other} size={18} />
              <bdi>{elementName(store, other)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      {acquainted.length > MAX_ROWS && (
        <p className="hint exposure-hint">{preview.andMore(acquainted.length - MAX_ROWS)}</p>
      )}
    </>
  );
}
