/** The board's policy as a draft: which it is, what groups disclose under it, and its two switches. */
import { Switch } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';
import { GROUP_KINDS } from '../../../shared/model/kinds.ts';
import {
  defaultDisclosure,
  namedPolicy,
  POLICY_NAMES,
  type Policy,
} from '../../../shared/policies/policies.ts';
import { DisclosureGlyph } from '../../shapes/DisclosureGlyph.tsx';
import { KindGlyph } from '../../shapes/KindGlyph.tsx';
import { useMessages } from '../../ui/locale.ts';
import { useSettingsMessages } from './messages.ts';

export interface PolicySettingsProps {
  readonly policy: Policy;
  readonly onChange: (policy: Policy) => void;
}

export function PolicySettings({ policy, onChange }: PolicySettingsProps) {
  const settings = useSettingsMessages();
  return (
    <>
      <fieldset className="policy-choices">
        <legend>{settings.policy}</legend>
        {POLICY_NAMES.map((name) => (
          <label key={name} className="choice">
            <input
              type="radio"
              name="policy"
              value={name}
              checked={name === policy.name}
              onChange={() => onChange(namedPolicy(name))}
            />
            <span>
              <b>{settings.policies[name].name}</b>
              <small>{settings.policies[name].learns}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <Defaults policy={policy} />
      <fieldset className="policy-switches">
        <legend>{settings.switches}</legend>
        <PolicySwitch
          checked={policy.guidesSeeMembers}
          onChange={(guidesSeeMembers) => onChange({ ...policy, guidesSeeMembers })}
          hint={settings.guidesSeeMembersHint}
        >
          {settings.guidesSeeMembers}
        </PolicySwitch>
        <PolicySwitch
          checked={policy.commons}
          onChange={(commons) => onChange({ ...policy, commons })}
          hint={settings.commonsHint}
        >
          {settings.commons}
        </PolicySwitch>
      </fieldset>
    </>
  );
}

function Defaults({ policy }: { readonly policy: Policy }) {
  const settings = useSettingsMessages();
  const { nodeKinds, disclosures } = useMessages();
  return (
    <table className="policy-defaults">
      <caption>{settings.defaults}</caption>
      <thead>
        <tr>
          <th scope="col">{settings.kind}</th>
          <th scope="col">{settings.disclosure}</th>
          <th scope="col">{settings.learns}</th>
        </tr>
      </thead>
      <tbody>
        {GROUP_KINDS.map((kind) => {
          const disclosure = defaultDisclosure(policy.name, kind);
          return (
            <tr key={kind}>
              <th scope="row">
                <KindGlyph kind={kind} hue={null} label="" size={20} />
                {nodeKinds[kind]}
              </th>
              <td>
                <svg width="14" height="14" aria-hidden="true">
                  <DisclosureGlyph disclosure={disclosure} x={7} y={7} size={14} />
                </svg>
                {disclosures[disclosure]}
              </td>
              <td>{settings.learners[disclosure]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface PolicySwitchProps {
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
  readonly hint: string;
  readonly children: ReactNode;
}

function PolicySwitch({ checked, onChange, hint, children }: PolicySwitchProps) {
  const id = useId();
  return (
    <div className="policy-switch">
      <Switch.Root
        className="switch"
        checked={checked}
        onCheckedChange={onChange}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-hint`}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
      <span>
        <b id={`${id}-name`}>{children}</b>
        <small id={`${id}-hint`}>{hint}</small>
      </span>
    </div>
  );
}
