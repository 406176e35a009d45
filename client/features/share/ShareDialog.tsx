/** For facilitators: the links that open this board, one viewpoint each, and who came through them. */
import { Dialog } from '@base-ui/react/dialog';
import { Info, Printer } from 'lucide-react';
import { Suspense, useCallback, useState } from 'react';
import { type ApiCaller, allLinks } from '../../session/api.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { endOf } from './endOf.ts';
import { failureWords } from './failureWords.ts';
import { InviteComposer } from './InviteComposer.tsx';
import type { JoinCard } from './JoinCards.tsx';
import { LinkList } from './LinkList.tsx';
import { useShareMessages } from './messages.ts';
import { PeopleList } from './PeopleList.tsx';
import { type SharingLists, useSharingLists } from './useSharingLists.ts';
import { useViewpointWords } from './viewpointWords.ts';
import './share.css';

const JoinCards = lazyPart(() => import('./JoinCards.tsx'));

export interface ShareDialogProps {
  readonly store: BoardStore;
  readonly token: string;
  readonly onClose: () => void;
}

type Tab = 'links' | 'people';

export default function ShareDialog({ store, token, onClose }: ShareDialogProps) {
  const { board } = useWorkspace();
  const share = useShareMessages();
  const { oneMoment } = useMessages();
  useStoreVersion(store);
  const [caller] = useState<ApiCaller>(() => ({ board, token }));
  const [tab, setTab] = useState<Tab>('links');
  const lists = useSharingLists(caller);
  const { cards, print, printed } = useCards({ store, caller, lists });
  return (
    <>
      <DialogFrame
        title={<bdi>{share.title(store.title)}</bdi>}
        hint={share.hint}
        className="share"
        onClose={onClose}
      >
        <div className="dialog-body share-body">
          <div className="segments share-tabs">
            {(['links', 'people'] as const).map((name) => (
              <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
                {share.tabs[name]}
              </button>
            ))}
          </div>
          {tab === 'links' && <InviteComposer store={store} caller={caller} onCreated={lists.load} />}
          <Lists tab={tab} store={store} caller={caller} lists={lists} />
        </div>
        <div className="dialog-foot share-foot">
          <Info size={15} aria-hidden="true" />
          <span className="grow">{share.footer}</span>
          <Button
            look="outlined"
            whyNot={lists.invites === null ? oneMoment : null}
            onClick={() => void print()}
          >
            <Printer size={15} aria-hidden="true" />
            {share.cards.print}
          </Button>
          <Dialog.Close className="button is-outlined">{share.done}</Dialog.Close>
        </div>
      </DialogFrame>
      {cards !== null && (
        <Suspense fallback={null}>
          <JoinCards title={store.title} cards={cards} onPrinted={printed} />
        </Suspense>
      )}
    </>
  );
}

interface ListsProps {
  readonly tab: Tab;
  readonly store: BoardStore;
  readonly caller: ApiCaller;
  readonly lists: SharingLists;
}

function Lists({ tab, store, caller, lists: { invites, sessions, failure, load } }: ListsProps) {
  const share = useShareMessages();
  if (failure !== null) {
    return (
      <p className="empty" role="alert">
        {failureWords(share, failure)}{' '}
        <button type="button" className="button is-small is-outlined" onClick={load}>
          {share.retry}
        </button>
      </p>
    );
  }
  if (invites === null) {
    return (
      <p className="empty" role="status">
        {share.loading}
      </p>
    );
  }
  const given = { store, caller, invites, sessions, onChanged: load };
  return tab === 'links' ? <LinkList {...given} /> : <PeopleList {...given} />;
}

/** Cards for the links of participants that serve: a facilitator's key is not for handing round on paper. */
function useCards({ store, caller, lists }: Pick<ListsProps, 'store' | 'caller' | 'lists'>) {
  const share = useShareMessages();
  const { roles } = useMessages();
  const wordsOf = useViewpointWords(store);
  const [cards, setCards] = useState<readonly JoinCard[] | null>(null);
  const printed = useCallback(() => setCards(null), []);
  const print = async () => {
    const serving = (lists.invites ?? []).filter(
      (invite) => invite.role !== 'facilitator' && endOf(invite, Date.now()) === null,
    );
    if (serving.length === 0) return toast(share.cards.none, { key: 'share' });
    const result = await allLinks(caller);
    if (!result.ok) return toast(failureWords(share, result.error), { key: 'share' });
    const urls = new Map(result.value.links.map(({ id, url }) => [id, url]));
    setCards(
      serving.flatMap(({ id, viewpoint, role }) => {
        const url = urls.get(id);
        return url === undefined ? [] : [{ id, name: wordsOf(viewpoint).name, line: roles[role], url }];
      }),
    );
  };
  return { cards, print, printed };
}
