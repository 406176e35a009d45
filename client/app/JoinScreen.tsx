/** Asks for the name that others will see. */
import { type FormEvent, useId, useState } from 'react';
import { LIMITS } from '../../shared/model/limits.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/locale.ts';
import { Mark } from '../ui/Mark.tsx';
import './screen.css';

export interface JoinScreenProps {
  /** Empty when it is not known yet. */
  readonly title: string;
  readonly name: string;
  readonly busy: boolean;
  readonly onJoin: (name: string) => void;
}

export function JoinScreen({ title, name: remembered, busy, onJoin }: JoinScreenProps) {
  const { join } = useMessages();
  const [name, setName] = useState(remembered);
  const field = useId();
  const whyNot = busy ? join.opening : name.trim() === '' ? join.nameFirst : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whyNot === null) onJoin(name.trim());
  };
  return (
    <main className="screen">
      <form className="screen-card" onSubmit={submit}>
        <Mark size={40} />
        <h1>
          <bdi>{join.title(title)}</bdi>
        </h1>
        <label htmlFor={field}>{join.name}</label>
        <input
          id={field}
          className="input"
          value={name}
          maxLength={LIMITS.personNameLength}
          autoComplete="nickname"
          dir="auto"
          required
          // biome-ignore lint/a11y/noAutofocus: the only thing to do on this screen.
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
        <p className="screen-hint">{join.hint}</p>
        <div className="screen-actions">
          <Button type="submit" look="primary" whyNot={whyNot}>
            {busy ? join.opening : join.enter}
          </Button>
        </div>
      </form>
    </main>
  );
}
