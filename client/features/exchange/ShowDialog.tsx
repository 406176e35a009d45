/**
 * Shows what an import kept back: all of it, or what of it is selected. Where it is little enough, with a preview
 * of who will see what. For facilitators.
 */
import { useEffect, useMemo, useRef } from 'react';
import { isKeptBack } from '../../../shared/exchange/arrival.ts';
import type { ElementId } from '../../../shared/model/ids.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { BoardStore } from '../../sync/store.ts';
import { useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import PreviewDialog from '../views/preview/PreviewDialog.tsx';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { showKeptBack } from './makeImport.ts';
import { currentExchangeMessages, useExchangeMessages } from './messages.ts';

export interface ShowDialogProps {
  readonly last: readonly string[] | null;
  readonly onClose: () => void;
}

/** Who gains what is worked out for every viewpoint: of more elements it would take too long. */
const MAX_PREVIEWED = 600;

export function ShowDialog({ last, onClose }: ShowDialogProps) {
  const workspace = useWorkspace();
  const { store, ui, history } = workspace;
  const messages = useExchangeMessages();
  const { undo } = useMessages();
  const chosen = useRef(chooseFrom(store, { last, selection: ui.getState().selection }));
  const { ids, isSelection, nodes, links } = chosen.current;
  const isNone = ids.length === 0;
  const edits = useMemo(() => ids.map((id) => ({ type: 'audience' as const, id, audience: null })), [ids]);
  useEffect(() => {
    if (!isNone) return;
    toast(currentExchangeMessages().show.nothing, { key: 'import' });
    onClose();
  }, [isNone, onClose]);
  if (isNone) return null;
  const what = messages.both(nodes, links);
  const show = async () => {
    await showKeptBack(workspace, ids);
    toast(messages.show.done(what), { key: 'import', action: { label: undo, run: () => history.undo() } });
  };
  const shared = {
    title: messages.show.title(what),
    confirm: messages.show.confirm,
    onConfirm: () => void show().catch(() => {}),
    onClose,
  };
  const note = (
    <p className="import-eyes">
      {messages.show.note}
      {isSelection && ` ${messages.show.selection}`}
    </p>
  );
  if (store.nodes.size > MAX_PREVIEWED)
    return (
      <ConfirmDialog {...shared}>
        {note}
        {messages.show.tooMany}
      </ConfirmDialog>
    );
  return (
    <PreviewDialog {...shared} edits={edits}>
      {note}
    </PreviewDialog>
  );
}

interface Chosen {
  readonly ids: readonly ElementId[];
  readonly isSelection: boolean;
  readonly nodes: number;
  readonly links: number;
}

/** What of the last import still waits; else what waits and is selected, with the links among it; else all that waits. */
function chooseFrom(
  store: BoardStore,
  { last, selection }: { last: readonly string[] | null; selection: ReadonlySet<string> },
): Chosen {
  const nodes = [...store.nodes.values()].filter(({ audience }) => isKeptBack(audience ?? undefined));
  const links = [...store.links.values()].filter(({ audience }) => isKeptBack(audience ?? undefined));
  const pick = (wanted: ReadonlySet<string> | null, isSelection: boolean): Chosen => {
    const someNodes = nodes.filter(({ id }) => wanted === null || wanted.has(id));
    const someLinks = links.filter(
      ({ id, source, target }) =>
        wanted === null || wanted.has(id) || (isSelection && wanted.has(source) && wanted.has(target)),
    );
    const ids = [...someNodes, ...someLinks].map(({ id }): ElementId => id);
    return { ids, isSelection, nodes: someNodes.length, links: someLinks.length };
  };
  if (last !== null) return pick(new Set(last), false);
  const selected = pick(selection, true);
  return selected.ids.length > 0 ? selected : pick(null, false);
}
