/** One row of what a node is joined with: leads there, and may take it away. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { select } from '../../state/ui.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';

export interface RelationRowProps {
  readonly target: string;
  readonly glyph: ReactNode;
  readonly name: string;
  readonly end: ReactNode;
  /** Null where it cannot be taken away. */
  readonly onRemove?: (() => void) | null;
}

export function RelationRow({ target, glyph, name, end, onRemove = null }: RelationRowProps) {
  const { ui } = useWorkspace();
  const { inspector } = useMessages();
  return (
    <li className="relation">
      <button
        type="button"
        className="relation-main"
        title={inspector.select(name)}
        onClick={() => select(ui, [target])}
      >
        <span className="relation-glyph">{glyph}</span>
        <bdi>{name}</bdi>
        <span className="relation-end">{end}</span>
      </button>
      {onRemove !== null && (
        <button
          type="button"
          className="icon-button is-small relation-remove"
          aria-label={inspector.remove(name)}
          onClick={onRemove}
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
