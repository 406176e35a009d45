/** Chooses who is to see elements: as the rules decide, or exactly a list. With a preview before it takes effect. */
import { useMemo, useState } from 'react';
import type { BoardEdit } from '../../../../shared/explain/boardEdit.ts';
import type { ElementId, Viewpoint } from '../../../../shared/model/ids.ts';
import { elementName } from '../../../state/viewpointNames.ts';
import { useViews } from '../../../state/views.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { said } from '../../../ui/bidiIsolate.ts';
import { writeBoardEdits } from '../applyBoardEdits.ts';
import { useViewsMessages } from '../messages.ts';
import PreviewDialog from '../preview/PreviewDialog.tsx';
import { ViewpointChips } from './ViewpointChips.tsx';
import './reveal.css';

export default function AudienceDialog({ ids }: { readonly ids: readonly ElementId[] }) {
  const workspace = useWorkspace();
  const { store } = workspace;
  const views = useViews();
  const { audience: words } = useViewsMessages();
  const [list, setList] = useState<readonly Viewpoint[] | null>(() => sharedAudience(store, ids));
  const [kept, setKept] = useState<readonly Viewpoint[]>(list ?? []);
  const edits = useMemo(
    (): BoardEdit[] =>
      ids
        .filter((id) => {
          const now = store.element(id)?.audience ?? null;
          return JSON.stringify(now) !== JSON.stringify(list);
        })
        .map((id) => ({ type: 'audience', id, audience: list })),
    [ids, list, store],
  );
  const [only] = ids;
  const what =
    ids.length === 1 && only !== undefined ? said(elementName(store, only)) : words.several(ids.length);
  const choose = (chosen: readonly Viewpoint[]) => {
    setKept(chosen);
    setList(chosen);
  };
  return (
    <PreviewDialog
      title={words.title(what)}
      edits={edits}
      onConfirm={() => writeBoardEdits(workspace, edits)}
      onClose={() => views.setState({ audience: null })}
    >
      <div className="audience-choice" role="radiogroup" aria-label={words.title(what)}>
        <label>
          <input type="radio" name="audience" checked={list === null} onChange={() => setList(null)} />
          <span>
            <b>{words.rules}</b>
            <small>{words.rulesHint}</small>
          </span>
        </label>
        <label>
          <input type="radio" name="audience" checked={list !== null} onChange={() => setList(kept)} />
          <span>
            <b>{words.list}</b>
            <small>{words.listHint}</small>
          </span>
        </label>
      </div>
      {list !== null && (
        <ViewpointChips
          store={store}
          viewpoints={list}
          empty={words.empty}
          add={words.add}
          onChange={choose}
        />
      )}
    </PreviewDialog>
  );
}

/** The audience the elements have in common; null where the rules decide for one of them. */
function sharedAudience(
  store: ReturnType<typeof useWorkspace>['store'],
  ids: readonly ElementId[],
): readonly Viewpoint[] | null {
  const lists = ids.map((id) => store.element(id)?.audience ?? null);
  const [first = null] = lists;
  return lists.every((list) => list !== null) ? first : null;
}
