import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { History } from '../../../../client/sync/history.ts';
import { bindText, type TextField } from '../../../../client/sync/textBinding.ts';

/** As much of an input as the binding uses. */
class Field extends EventTarget {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  setSelectionRange(start: number, end: number): void {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
  type(text: string): void {
    const { value, selectionStart: at } = this;
    this.value = value.slice(0, at) + text + value.slice(this.selectionEnd);
    this.setSelectionRange(at + text.length, at + text.length);
    this.dispatchEvent(new Event('input'));
  }
}

function bound(initial: string, maxLength = 100) {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, initial);
  const field = new Field();
  bindText({ text, field: field as unknown as TextField, maxLength, change: (run) => doc.transact(run) });
  return { text, field };
}

describe('a field tied to a text', () => {
  it('shows the text and writes what is typed', () => {
    const { text, field } = bound('Ada');
    expect(field.value).toBe('Ada');
    field.setSelectionRange(3, 3);
    field.type(' L');
    expect(text.toString()).toBe('Ada L');
  });

  it('keeps the caret at its letter while others type before and after it', () => {
    const { text, field } = bound('circle');
    field.setSelectionRange(3, 3);
    text.insert(0, 'Reading ');
    text.insert(text.length, '!');
    expect(field.value).toBe('Reading circle!');
    expect(field.selectionStart).toBe('Reading cir'.length);
  });

  it('lets an input method compose in peace, and puts the composed text where it belongs', () => {
    const { text, field } = bound('ab');
    field.setSelectionRange(1, 1);
    field.dispatchEvent(new Event('compositionstart'));
    field.type('に');
    text.insert(0, '123');
    expect(field.value).toBe('aにb');
    field.dispatchEvent(new Event('compositionend'));
    expect(text.toString()).toBe('123aにb');
    expect(field.value).toBe('123aにb');
    expect(field.selectionStart).toBe('123aに'.length);
  });

  it('cuts what is too long', () => {
    const { text, field } = bound('12345', 7);
    field.setSelectionRange(5, 5);
    field.type('67890');
    expect(text.toString()).toBe('1234567');
    expect(field.value).toBe('1234567');
  });

  it('takes back by its keys what was typed in it, also after others typed, and nothing from before', () => {
    const doc = new Y.Doc();
    const text = new Y.Text('Ada');
    const history = new History(doc);
    history.act(() => doc.getMap('nodes').set('n', text));
    const field = new Field();
    bindText({
      text,
      field: field as unknown as TextField,
      maxLength: 100,
      change: (run) => history.act(run),
      history,
    });
    const press = (key: string, more: object = {}) =>
      field.dispatchEvent(Object.assign(new Event('keydown'), { key, code: 'KeyZ', ctrlKey: true, ...more }));
    field.dispatchEvent(new Event('focus'));
    field.setSelectionRange(3, 3);
    field.type(' L');
    text.insert(0, 'Dr ');
    press('z');
    expect(field.value).toBe('Dr Ada');
    press('z');
    expect(doc.getMap('nodes').has('n')).toBe(true);
    press('Z', { shiftKey: true });
    expect(field.value).toBe('Dr Ada L');
    press('ظ', {});
    expect(field.value).toBe('Dr Ada');
  });
});
