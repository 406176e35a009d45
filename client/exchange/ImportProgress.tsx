/** How far an import has come, and the way to end it. */
import { useMessages } from '../ui/locale.ts';

export interface ImportProgressProps {
  readonly label: string;
  /** From 0 to 1; null where nobody knows. */
  readonly part: number | null;
  readonly hint?: string;
  /** Absent where there is no way back. */
  readonly onCancel?: () => void;
}

export function ImportProgress({ label, part, hint, onCancel }: ImportProgressProps) {
  const { cancel } = useMessages();
  return (
    <>
      <div className="dialog-body">
        <p role="status">{label}</p>
        <progress className="import-bar" aria-label={label} max={1} {...(part !== null && { value: part })} />
        {hint !== undefined && <p className="dialog-hint">{hint}</p>}
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
