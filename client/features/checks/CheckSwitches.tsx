/** Which checks are on for this reader: those of the board's model, or their own choice from all five. */
import { Switch } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';
import { type CheckCode, checksOf } from '../../../shared/checks/codes.ts';
import { TEMPLATE_IDS } from '../../../shared/templates/template.ts';
import { useMessages } from '../../ui/locale.ts';
import type { LiveChecks } from './liveChecks.ts';
import { useChecksMessages } from './useChecksMessages.ts';
import { useChecksState } from './useLiveChecks.ts';

export function CheckSwitches({ checks }: { readonly checks: LiveChecks }) {
  const { report, choice } = useChecksState();
  const words = useChecksMessages();
  const { templates } = useMessages().start;
  const model = report?.model ?? null;
  const on = new Set(choice ?? report?.on ?? []);
  const choose = (codes: readonly CheckCode[], isOn: boolean) => {
    const others = [...on].filter((code) => !codes.includes(code));
    checks.choose(isOn ? [...others, ...codes] : others);
  };
  return (
    <div className="check-switches">
      <p className="hint">
        {words.ownView} {words.switchesHint}
      </p>
      <CheckSwitch
        isOn={choice === null}
        onChange={(automatic) => checks.choose(automatic ? null : [...on])}
        label={<b>{words.automatic(model === null ? null : templates[model].name)}</b>}
      />
      {TEMPLATE_IDS.map((id) => {
        const codes = checksOf(id);
        const { source, year } = words.sources[id];
        return (
          <fieldset key={id}>
            <legend>
              {templates[id].name} <small>{words.source(source, year)}</small>
            </legend>
            {codes.map((code) => (
              <CheckSwitch
                key={code}
                isOn={on.has(code)}
                onChange={(isOn) => choose([code], isOn)}
                label={words.rules[code].title}
                hint={words.rules[code].rule}
              />
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

interface CheckSwitchProps {
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  readonly label: ReactNode;
  readonly hint?: string;
}

function CheckSwitch({ isOn, onChange, label, hint }: CheckSwitchProps) {
  const id = useId();
  return (
    <div className="check-switch">
      <Switch.Root
        className="switch"
        checked={isOn}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
      <span>
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      </span>
    </div>
  );
}
