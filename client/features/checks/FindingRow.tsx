/** One finding: what it says, the way to it, and the act that ends it where there is an obvious one. */
import { useReactFlow } from '@xyflow/react';
import { Info, TriangleAlert, Wrench } from 'lucide-react';
import { useId } from 'react';
import type { Finding, Repair } from '../../../shared/checks/finding.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { carryOut, hindrance } from './repair.ts';
import { showFinding } from './showFinding.ts';
import { useChecksMessages } from './useChecksMessages.ts';

export interface FindingRowProps {
  readonly finding: Finding;
  /** Whether the canvas shows it. */
  readonly isShown: boolean;
  readonly onShow: (show: boolean) => void;
  /** Called when this row is about to go. */
  readonly onRepaired: () => void;
}

export function FindingRow({ finding, isShown, onShow, onRepaired }: FindingRowProps) {
  const workspace = useWorkspace();
  const flow = useReactFlow();
  const words = useChecksMessages();
  const id = useId();
  const { severity, elements, message, repair } = finding;
  const Glyph = severity === 'warning' ? TriangleAlert : Info;
  return (
    <li className={isShown ? 'finding is-shown' : 'finding'}>
      <Glyph size={15} aria-hidden="true" />
      <p id={id}>{words.say(message)}</p>
      <button
        type="button"
        className="finding-show"
        aria-pressed={isShown}
        aria-describedby={id}
        onClick={() => {
          if (!isShown) showFinding(workspace, { ids: elements, flow });
          onShow(!isShown);
        }}
      >
        {isShown ? words.showing : words.show}
      </button>
      {repair !== undefined && <RepairButton repair={repair} onRepaired={onRepaired} />}
    </li>
  );
}

function RepairButton({ repair, onRepaired }: { readonly repair: Repair; readonly onRepaired: () => void }) {
  const workspace = useWorkspace();
  const words = useChecksMessages();
  const { undo } = useMessages();
  const id = useId();
  const why = hindrance(workspace, repair);
  const act = words.say(repair.message);
  return (
    <div className="finding-repair">
      <button
        type="button"
        className="button is-small is-outlined"
        aria-disabled={why !== null || undefined}
        aria-describedby={why === null ? undefined : id}
        onClick={() => {
          if (why !== null) return;
          carryOut(workspace, repair);
          onRepaired();
          toast(words.done(act), {
            key: 'repair',
            action: { label: undo, run: () => workspace.history.undo() },
          });
        }}
      >
        <Wrench size={13} aria-hidden="true" />
        <span>{act}</span>
      </button>
      {why !== null && <small id={id}>{words.hindrances[why]}</small>}
    </div>
  );
}
