/** The field in which an element is renamed in its row of the outline: written as one types, Escape takes it back. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { LIMITS } from '../../../shared/model/limits.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { bindText } from '../../sync/textBinding.ts';
import { useMessages } from '../../ui/locale.ts';

export function RowName({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { store, history, presence } = useWorkspace();
  const { outline } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const depth = useRef(history.depth);
  useEffect(() => {
    const text = store.textOf(id, 'label');
    if (field.current === null || text === null) return;
    const change = (run: () => void) => history.act(run, { merge: `label ${id}` });
    const unbind = bindText({ text, field: field.current, maxLength: LIMITS.labelLength, change, history });
    presence.set({ editing: { id, field: 'label' } });
    field.current.focus();
    field.current.select();
    return () => {
      unbind();
      presence.set({ editing: null });
    };
  }, [store, history, presence, id]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') history.undoTo(depth.current);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    onDone();
  };
  return (
    <input
      ref={field}
      className="input outline-name"
      aria-label={outline.rename}
      dir="auto"
      spellCheck={false}
      onBlur={onDone}
      onKeyDown={onKeyDown}
    />
  );
}
