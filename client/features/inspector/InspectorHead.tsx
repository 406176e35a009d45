/** The head of the inspector: a sign, a name, what it is, and the way out. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { select } from '../../state/ui.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';

export interface InspectorHeadProps {
  readonly title: string;
  readonly kind?: string;
  readonly glyph?: ReactNode;
}

export function InspectorHead({ title, kind, glyph }: InspectorHeadProps) {
  const { ui } = useWorkspace();
  const { close } = useMessages();
  return (
    <header className="inspector-head">
      {glyph}
      <div className="inspector-title">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {kind !== undefined && <p>{kind}</p>}
      </div>
      <button type="button" className="icon-button" aria-label={close} onClick={() => select(ui, [])}>
        <X size={18} aria-hidden="true" />
      </button>
    </header>
  );
}
