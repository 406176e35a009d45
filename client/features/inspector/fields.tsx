/** The fields of the inspector: collaborative text, plain text, colour. */
import { type ReactNode, Suspense, useEffect, useId, useRef } from 'react';
import { FIELDS, type FieldsWith } from '../../../shared/model/fields.ts';
import type { LinkKind, NodeKind } from '../../../shared/model/kinds.ts';
import { setField } from '../../editing/mutations.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { bindText, type TextField } from '../../sync/textBinding.ts';
import { hueClass } from '../../ui/hue.ts';
import { lazyPart } from '../../ui/lazyPart.ts';
import { useMessages } from '../../ui/locale.ts';
import { roveFocus } from '../../ui/rovingFocus.ts';

const CaptionField = lazyPart(() => import('../settings/CaptionField.tsx'));

export function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

export interface TextInputProps {
  readonly element: string;
  readonly field: FieldsWith<'nodes', { presence: 'collaborative' }>;
  readonly label: string;
  readonly multiline?: boolean;
  readonly disabled: boolean;
}

/** A text that several may type in at once. */
export function TextInput({ element, field, label, multiline = false, disabled }: TextInputProps) {
  const { store, history, presence } = useWorkspace();
  const input = useRef<TextField>(null);
  const text = store.textOf(element, field);
  useEffect(() => {
    if (input.current === null || text === null) return;
    return bindText({
      text,
      field: input.current,
      maxLength: FIELDS.nodes[field].type.maxLength,
      history,
      change: (run) => history.act(run, { merge: `${field} ${element}` }),
    });
  }, [text, history, field, element]);
  const shared = {
    className: 'input',
    dir: 'auto',
    // Nothing to read: only so that styles can tell an empty field.
    placeholder: ' ',
    readOnly: disabled,
    onFocus: () => presence.set({ editing: { id: element, field } }),
    onBlur: () => presence.set({ editing: null }),
  };
  return (
    <Field label={label}>
      {(id) =>
        multiline ? (
          <textarea id={id} rows={3} ref={input as React.RefObject<HTMLTextAreaElement>} {...shared} />
        ) : (
          <input id={id} ref={input as React.RefObject<HTMLInputElement>} {...shared} />
        )
      }
    </Field>
  );
}

export interface CaptionInputProps {
  readonly element: string;
  readonly kind: NodeKind | LinkKind;
  readonly value: string;
  readonly disabled: boolean;
}

/** What an element is; offers the words of the board's model once these are there. */
export function CaptionInput({ element, kind, value, disabled }: CaptionInputProps) {
  const workspace = useWorkspace();
  const { inspector } = useMessages();
  const still = (id: string) => <input id={id} className="input" dir="auto" readOnly value={value} />;
  return (
    <Field label={inspector.caption}>
      {(id) =>
        disabled ? (
          still(id)
        ) : (
          <Suspense fallback={still(id)}>
            <CaptionField
              id={id}
              kind={kind}
              value={value}
              placeholder={inspector.captionHint}
              onCommit={(caption) =>
                setField(workspace, { ids: [element], field: 'caption', value: caption })
              }
            />
          </Suspense>
        )
      }
    </Field>
  );
}

export interface ColorInputProps {
  readonly element: string;
  readonly value: number | null;
  /** Why it cannot be chosen; null where it can. */
  readonly whyNot: string | null;
}

export function ColorInput({ element, value, whyNot }: ColorInputProps) {
  const workspace = useWorkspace();
  const choose = (color: number) => setField(workspace, { ids: [element], field: 'color', value: color });
  return <Swatches name={element} value={value} whyNot={whyNot} onChoose={choose} />;
}

export interface SwatchesProps {
  /** Tells these swatches from others on the page. */
  readonly name: string;
  readonly value: number | null;
  readonly whyNot?: string | null;
  readonly onChoose: (color: number) => void;
}

/** The palette, as one choice and one stop of the Tab key. */
export function Swatches({ name, value, whyNot = null, onChoose }: SwatchesProps) {
  const { inspector } = useMessages();
  return (
    <div className="field">
      <span id={`color-${name}`}>{inspector.color}</span>
      <div
        className="swatches"
        role="radiogroup"
        aria-labelledby={`color-${name}`}
        aria-disabled={whyNot !== null || undefined}
        aria-description={whyNot ?? undefined}
        title={whyNot ?? undefined}
        onKeyDown={roveFocus}
      >
        {inspector.colors.map((color, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a swatch is no form control.
          <button
            type="button"
            key={color}
            role="radio"
            aria-checked={index === value}
            aria-label={color}
            title={color}
            className={`swatch ${hueClass(index)}`}
            tabIndex={index === (value ?? 0) ? 0 : -1}
            disabled={whyNot !== null}
            onClick={() => onChoose(index)}
          />
        ))}
      </div>
    </div>
  );
}
