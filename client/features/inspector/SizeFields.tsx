/** The size of a group or note in numbers, and fitting a group to its members. */
import { Maximize } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Size } from '../../../shared/model/element.ts';
import { isGroupKind } from '../../../shared/model/kinds.ts';
import { fitToMembers, membersToFit, resizeNode } from '../../editing/resizing.ts';
import { isSized, withSide } from '../../editing/sizes.ts';
import { shapeOf } from '../../shapes/shapes.ts';
import { useWorkspace } from '../../state/workspace.ts';
import type { NodeSnapshot } from '../../sync/snapshot.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { unusable } from '../../ui/Tip.tsx';
import { Field } from './fields.tsx';
import { readNumber } from './readNumber.ts';

export function SizeFields({ node, disabled }: { readonly node: NodeSnapshot; readonly disabled: boolean }) {
  const workspace = useWorkspace();
  useStoreVersion(workspace.store);
  const { editing } = useMessages();
  const { kind } = node;
  if (!isSized(kind)) return null;
  const { width, height } = shapeOf(node);
  const set = (side: Partial<Size>) =>
    resizeNode(workspace, {
      id: node.id,
      position: node.position,
      size: withSide(kind, { width, height }, side),
    });
  const nobody = isGroupKind(kind) && membersToFit(workspace, node.id).length === 0;
  return (
    <section>
      <h3>
        {editing.size}
        {isGroupKind(kind) && !disabled && (
          <button
            type="button"
            className="add-button"
            title={nobody ? editing.why.noMembers : undefined}
            onClick={() => fitToMembers(workspace, node.id)}
            {...unusable(nobody ? editing.why.noMembers : null)}
          >
            <Maximize size={14} aria-hidden="true" />
            {editing.fit}
          </button>
        )}
      </h3>
      <SideInput
        label={editing.width}
        value={width}
        disabled={disabled}
        onSet={(value) => set({ width: value })}
      />
      <SideInput
        label={editing.height}
        value={height}
        disabled={disabled}
        onSet={(value) => set({ height: value })}
      />
    </section>
  );
}

interface SideInputProps {
  readonly label: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly onSet: (value: number) => void;
}

const STEP = 8;

/** Digits as the reader's language has them, and read in either. */
function SideInput({ label, value, disabled, onSet }: SideInputProps) {
  const { locale } = usePreferences();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = new Intl.NumberFormat(locale, { useGrouping: false }).format(value);
  const commit = () => {
    const wanted = draft === null ? null : readNumber(draft);
    if (wanted !== null && wanted !== value) onSet(wanted);
    setDraft(null);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Enter') commit();
    else if (!disabled && (key === 'ArrowUp' || key === 'ArrowDown')) {
      setDraft(null);
      onSet((readNumber(draft ?? '') ?? value) + (key === 'ArrowUp' ? STEP : -STEP));
    }
  };
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          className="input numeric"
          inputMode="numeric"
          role="spinbutton"
          aria-valuenow={value}
          autoComplete="off"
          readOnly={disabled}
          value={draft ?? shown}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}
