/**
 * Confirms drawings: determines what is confirmed along, previews who then sees what, and commits it as one
 * act that can be undone.
 */
import { type Confirmation, confirmationEdits } from '../../../shared/explain/confirmation.ts';
import type { ElementId } from '../../../shared/model/ids.ts';
import { LIMITS } from '../../../shared/model/limits.ts';
import { mapOf } from '../../editing/mutations.ts';
import type { Panels } from '../../state/panels.ts';
import { elementName } from '../../state/viewpointNames.ts';
import type { Workspace } from '../../state/workspace.ts';
import { currentMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import type { FacilitateMessages } from './messages.en.ts';
import { useFacilitateMessages } from './messages.ts';
import './confirming.css';

export interface Confirming {
  readonly workspace: Workspace;
  readonly panels: Panels;
  readonly said: FacilitateMessages['drawings'];
}

export async function proposeConfirming(given: Confirming, ids: readonly ElementId[]): Promise<void> {
  const { workspace, said } = given;
  const confirmation = await workspace.visibilityWorker
    ?.ask<'confirmation'>({ kind: 'confirmation', ids })
    .catch(() => null);
  if (confirmation == null) return toast(said.failed, { key: 'confirm' });
  if (confirmation.all.length > 0) ask(given, { confirmation, keep: true });
}

interface Asked {
  readonly confirmation: Confirmation;
  /** Whether what no rule shows stays with those who see it now. */
  readonly keep: boolean;
}

function ask(given: Confirming, asked: Asked): void {
  const { confirmation, keep } = asked;
  given.panels.setState({
    preview: {
      title: given.said.confirmTitle(confirmation.all.length),
      edits: confirmationEdits(confirmation, { keep }),
      confirm: given.said.confirm(confirmation.all.length),
      onConfirm: () => confirmDrawings(given, asked),
      children: (
        <Along
          workspace={given.workspace}
          asked={asked}
          onKeep={(kept) => ask(given, { confirmation, keep: kept })}
        />
      ),
    },
  });
}

function confirmDrawings({ workspace, said }: Confirming, { confirmation, keep }: Asked): void {
  const { history } = workspace;
  history.act(() => {
    for (const id of confirmation.all) mapOf(workspace, id)?.set('owner', 'facilitator');
    if (!keep) return;
    for (const { id, seenBy } of confirmation.lost) {
      mapOf(workspace, id)?.set('audience', seenBy.slice(0, LIMITS.audience));
    }
  });
  const { undo } = currentMessages();
  toast(said.confirmed(confirmation.all.length), {
    key: 'confirm',
    action: { label: undo, run: () => history.undo() },
  });
}

interface AlongProps {
  readonly workspace: Workspace;
  readonly asked: Asked;
  readonly onKeep: (keep: boolean) => void;
}

function Along({ workspace: { store }, asked: { confirmation, keep }, onKeep }: AlongProps) {
  const { drawings } = useFacilitateMessages();
  const names = (ids: readonly ElementId[]) =>
    ids.map((id) => (
      <li key={id}>
        <bdi>{elementName(store, id)}</bdi>
      </li>
    ));
  return (
    <>
      {confirmation.along.length > 0 && (
        <>
          <p>{drawings.along}</p>
          <ul className="along-list">{names(confirmation.along)}</ul>
        </>
      )}
      {confirmation.lost.length > 0 && (
        <>
          <p>{drawings.lost}</p>
          <ul className="along-list">{names(confirmation.lost.map(({ id }) => id))}</ul>
          <label className="keep-line">
            <input type="checkbox" checked={keep} onChange={(event) => onKeep(event.target.checked)} />
            {drawings.keep}
          </label>
        </>
      )}
    </>
  );
}
