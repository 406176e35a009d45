/**
 * A select: a field that opens a listbox, by pointer, key or typeahead. Used instead of the native one, which
 * follows neither the page's colours nor its direction.
 */
import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import './select.css';

interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** The reason why it is disabled, shown beneath its name; absent where it is not. */
  readonly whyNot?: string;
}

interface ChoiceGroup<Value extends string> {
  readonly heading: string;
  readonly choices: readonly SelectOption<Value>[];
}

export interface SelectProps<Value extends string> {
  readonly value: Value;
  readonly choices: readonly (SelectOption<Value> | ChoiceGroup<Value>)[];
  readonly onChoose: (value: Value) => void;
  /** Id of the field, for a `label` element. */
  readonly id?: string;
  /** The accessible name, where there is no `label` element. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly className?: string;
}

export function Select<Value extends string>({
  value,
  choices,
  onChoose,
  id,
  label,
  disabled = false,
  className = '',
}: SelectProps<Value>) {
  const chosen = choices
    .flatMap((entry) => ('choices' in entry ? entry.choices : [entry]))
    .find((choice) => choice.value === value);
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => next !== null && onChoose(next)}
      disabled={disabled}
      modal={false}
    >
      <Base.Trigger className={`select-field ${className}`} {...(id && { id })} aria-label={label}>
        <Base.Value className="select-value">{() => <bdi>{chosen?.label}</bdi>}</Base.Value>
        <Base.Icon className="select-icon">
          <ChevronDown size={14} aria-hidden="true" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className="select-positioner"
          alignItemWithTrigger={false}
          align="start"
          sideOffset={4}
        >
          <Base.Popup className="popup select-popup">
            {choices.map((entry) =>
              'choices' in entry ? (
                <Base.Group key={`group ${entry.heading}`}>
                  <Base.GroupLabel className="menu-heading">{entry.heading}</Base.GroupLabel>
                  {entry.choices.map((choice) => (
                    <Item key={choice.value} choice={choice} />
                  ))}
                </Base.Group>
              ) : (
                <Item key={entry.value} choice={entry} />
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Item<Value extends string>({ choice }: { readonly choice: SelectOption<Value> }) {
  const { value, label, whyNot } = choice;
  return (
    <Base.Item className="menu-item select-item" value={value} label={label} disabled={whyNot !== undefined}>
      <Base.ItemText className="select-text">
        <bdi>{label}</bdi>
        {whyNot !== undefined && <span className="menu-hint">{whyNot}</span>}
      </Base.ItemText>
      <span className="select-check">
        <Base.ItemIndicator>
          <Check size={15} aria-hidden="true" />
        </Base.ItemIndicator>
      </span>
    </Base.Item>
  );
}
