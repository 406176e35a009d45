/** The board's title while it is being changed, in place of the menu. */
import { type KeyboardEvent, useState } from 'react';
import { LIMITS } from '../../../shared/model/limits.ts';
import { setTitle } from '../../editing/mutations.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { useMessages } from '../../ui/locale.ts';

export function TitleField({ title, onDone }: { readonly title: string; readonly onDone: () => void }) {
  const workspace = useWorkspace();
  const { top } = useMessages();
  const [value, setValue] = useState(title);
  const commit = () => {
    setTitle(workspace, value.trim());
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') onDone();
    else return;
    event.preventDefault();
  };
  return (
    <input
      className="input title-field"
      aria-label={top.title}
      value={value}
      maxLength={LIMITS.titleLength}
      dir="auto"
      // biome-ignore lint/a11y/noAutofocus: it was just asked for.
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setValue(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
