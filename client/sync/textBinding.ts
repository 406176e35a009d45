/**
 * Binds an input or textarea to a Y.Text: keystrokes become the smallest edit, remote edits keep the caret in
 * place. While an input method composes, the field is left alone and remote edits only shift the place where
 * the composed text is inserted. The undo keys undo what was typed here, and nothing else: the browser loses
 * its own undo stack when remote text comes in.
 */
import type * as Y from 'yjs';
import type { History } from './history.ts';
import { type DeltaStep, diffText, shiftIndex } from './textDiff.ts';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

export interface TextBindingOptions {
  readonly text: Y.Text;
  readonly field: TextField;
  /** Longer texts are cut on the way in. */
  readonly maxLength: number;
  /** Runs a change to the text as one act of this person. */
  readonly change: (run: () => void) => void;
  /** The history in which such acts are steps; without one the browser's own undo works. */
  readonly history?: Pick<History, 'depth' | 'undo' | 'redo'>;
}

/** Returns what unbinds them. */
export function bindText({ text, field, maxLength, change, history }: TextBindingOptions): () => void {
  /** The field's value when it last equalled the text, and the remote edits since then. */
  let agreed = text.toString();
  let missed: (readonly DeltaStep[])[] = [];
  let composing = false;
  let writing = false;
  /** The depth of the history below which nothing was typed here, and the steps undone since. */
  let floor = history?.depth ?? 0;
  let undone = 0;
  field.value = agreed;

  const push = () => {
    const edit = diffText(agreed, field.value, field.selectionEnd ?? field.value.length);
    const shift = (index: number) => missed.reduce((at, delta) => shiftIndex(at, delta), index);
    let moved = shift;
    if (edit !== null) {
      const from = shift(edit.index);
      const to = Math.max(from, shift(edit.index + edit.remove));
      const room = Math.max(0, maxLength - (text.length - (to - from)));
      writing = true;
      undone = 0;
      change(() => {
        if (to > from) text.delete(from, to - from);
        if (edit.insert !== '') text.insert(from, edit.insert.slice(0, room));
      });
      writing = false;
      moved = (caret) => {
        const within = caret - edit.index;
        if (within < 0) return shift(caret);
        if (within <= edit.insert.length) return from + within;
        return shift(caret - edit.insert.length + edit.remove) - (to - from) + edit.insert.length;
      };
    }
    agree(moved);
  };

  /** Writes the text into the field; `moved` maps an index of the field to its new place. */
  const agree = (moved: (caret: number) => number) => {
    missed = [];
    agreed = text.toString();
    if (field.value === agreed) return;
    const { selectionStart, selectionEnd } = field;
    field.value = agreed;
    if (selectionStart === null || selectionEnd === null) return;
    field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
  };

  const onInput = (event: Event) => {
    if (!composing && !(event as InputEvent).isComposing) push();
  };
  const onCompositionStart = () => {
    composing = true;
  };
  const onCompositionEnd = () => {
    composing = false;
    push();
  };
  const onText = (event: Y.YTextEvent) => {
    if (writing) return;
    const delta = event.delta as readonly DeltaStep[];
    if (composing) {
      missed.push(delta);
      return;
    }
    const { selectionStart, selectionEnd } = field;
    agreed = text.toString();
    field.value = agreed;
    if (selectionStart === null || selectionEnd === null) return;
    field.setSelectionRange(shiftIndex(selectionStart, delta), shiftIndex(selectionEnd, delta));
  };

  const onFocus = () => {
    floor = history?.depth ?? 0;
    undone = 0;
  };
  const onKeyDown = (event: Event) => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event as KeyboardEvent;
    if (history === undefined || altKey || isComposing || !(ctrlKey || metaKey)) return;
    // By the letter, and on keyboards of other scripts by its place.
    const letter = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : code;
    if (letter !== 'KeyZ' && letter !== 'KeyY') return;
    const way = letter === 'KeyY' || shiftKey ? 'redo' : 'undo';
    event.preventDefault();
    if (way === 'undo' ? history.depth <= floor : undone === 0) return;
    undone += way === 'undo' ? 1 : -1;
    history[way]();
  };

  field.addEventListener('focus', onFocus);
  field.addEventListener('keydown', onKeyDown);
  field.addEventListener('input', onInput);
  field.addEventListener('compositionstart', onCompositionStart);
  field.addEventListener('compositionend', onCompositionEnd);
  text.observe(onText);
  return () => {
    field.removeEventListener('focus', onFocus);
    field.removeEventListener('keydown', onKeyDown);
    field.removeEventListener('input', onInput);
    field.removeEventListener('compositionstart', onCompositionStart);
    field.removeEventListener('compositionend', onCompositionEnd);
    text.unobserve(onText);
  };
}
