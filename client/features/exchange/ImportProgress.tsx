/** How far an import has come, and the way to end it. What is made on the board waits for the connection. */
import { useMessages } from '../../ui/locale.ts';
import { useExchangeMessages } from './messages.ts';
import { useIsAway } from './useIsAway.ts';

export interface ImportProgressProps {
  readonly label: string;
  /** From 0 to 1; null where it is not known, as before anything is made. */
  readonly part: number | null;
  /** Absent where there is no way back. */
  readonly onCancel?: () => void;
}

export function ImportProgress({ label, part, onCancel }: ImportProgressProps) {
  const { cancel } = useMessages();
  const { away, keepOpen } = useExchangeMessages().import;
  const isAway = useIsAway();
  return (
    <>
      <div className="dialog-body">
        <p role="status">{label}</p>
        <progress className="import-bar" aria-label={label} max={1} {...(part !== null && { value: part })} />
        {part !== null && (
          <p className="dialog-hint" role="status">
            {isAway ? away : keepOpen}
          </p>
        )}
      </div>
      {onCancel !== undefined && (
        <div className="dialog-foot">
          <button type="button" className="button is-outlined" onClick={onCancel}>
            {cancel}
          </button>
        </div>
      )}
    </>
  );
}
