/**
 * For facilitators: saving the board as a template on this server, with or without people's names, and deleting
 * the ones that were saved from it. Says beforehand who will see them.
 */
import { Trash2, Users } from 'lucide-react';
import { type FormEvent, useCallback, useEffect, useId, useState } from 'react';
import { LIMITS } from '../../../shared/model/limits.ts';
import {
  type ApiCaller,
  type BoardTemplate,
  boardTemplates,
  deleteTemplate,
  saveTemplate,
} from '../../session/api.ts';
import { useBoardTitle, useWorkspace } from '../../state/workspace.ts';
import { useStoreVersion } from '../../sync/useStoreVersion.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { useMessages, usePreferences } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { useSettingsMessages } from './messages.ts';
import './settings.css';

export interface SaveTemplateProps {
  readonly token: string;
  readonly onClose: () => void;
}

export default function SaveTemplate({ token, onClose }: SaveTemplateProps) {
  const { board } = useWorkspace();
  const { template } = useSettingsMessages();
  const [caller] = useState<ApiCaller>(() => ({ board, token }));
  const [own, setOwn] = useState<readonly BoardTemplate[]>([]);
  const load = useCallback(async () => {
    const result = await boardTemplates(caller);
    if (result.ok) setOwn(result.value.templates);
  }, [caller]);
  useEffect(() => void load(), [load]);
  return (
    <DialogFrame
      title={template.title}
      hint={template.hint}
      className="settings is-template"
      onClose={onClose}
    >
      <SaveForm caller={caller} onSaved={load} />
      {own.length > 0 && <OwnTemplates own={own} caller={caller} onChanged={load} />}
    </DialogFrame>
  );
}

function SaveForm({ caller, onSaved }: { readonly caller: ApiCaller; readonly onSaved: () => void }) {
  const { store } = useWorkspace();
  useStoreVersion(store);
  const { template } = useSettingsMessages();
  const { locale } = usePreferences();
  const { oneMoment } = useMessages();
  const boardTitle = useBoardTitle();
  const [title, setTitle] = useState(boardTitle);
  const [names, setNames] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useId();
  const unconfirmed = [...store.nodes.values(), ...store.links.values()].filter(
    (one) => one.unconfirmed,
  ).length;
  const whyNot = busy ? oneMoment : title.trim() === '' ? template.nameFirst : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (whyNot !== null) return;
    setBusy(true);
    const result = await saveTemplate(caller, { title: title.trim(), names, language: locale });
    setBusy(false);
    toast(result.ok ? template.saved(title.trim()) : template.failures[result.error], { key: 'template' });
    if (result.ok) onSaved();
  };
  return (
    <form className="dialog-body template-form" onSubmit={submit}>
      <p className="template-warning">
        <Users size={16} aria-hidden="true" />
        {template.who}
      </p>
      <label htmlFor={field}>{template.name}</label>
      <input
        id={field}
        className="input"
        dir="auto"
        value={title}
        maxLength={LIMITS.titleLength}
        required
        onChange={(event) => setTitle(event.target.value)}
      />
      <fieldset className="policy-choices">
        <legend>{template.people}</legend>
        {([false, true] as const).map((keep) => (
          <label key={String(keep)} className="choice">
            <input type="radio" name="names" checked={names === keep} onChange={() => setNames(keep)} />
            <span>
              <b>{keep ? template.withNames : template.withoutNames}</b>
              <small>{keep ? template.withNamesHint : template.withoutNamesHint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {unconfirmed > 0 && <p className="hint">{template.unconfirmed(unconfirmed)}</p>}
      <div className="template-act">
        <Button type="submit" look="primary" whyNot={whyNot}>
          {template.save}
        </Button>
      </div>
    </form>
  );
}

interface OwnTemplatesProps {
  readonly own: readonly BoardTemplate[];
  readonly caller: ApiCaller;
  readonly onChanged: () => void;
}

function OwnTemplates({ own, caller, onChanged }: OwnTemplatesProps) {
  const { template } = useSettingsMessages();
  const { locale } = usePreferences();
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const remove = async ({ id, title }: BoardTemplate) => {
    const result = await deleteTemplate(caller, id);
    toast(result.ok ? template.deleted(title) : template.failures[result.error], { key: 'template' });
    onChanged();
  };
  return (
    <section className="dialog-body policy-overrides">
      <h3>{template.own}</h3>
      <ul>
        {own.map((one) => (
          <li key={one.id}>
            <span className="override-text grow">
              <bdi>{one.title}</bdi>
              <small>{template.made(date.format(one.created), one.size)}</small>
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={template.delete(one.title)}
              onClick={() => remove(one)}
            >
              <Trash2 size={16} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
