/**
 * Recognizes the header of a CSV table in pasted text. Stricter than the reader, which also takes other names and
 * tables without a header: most pastes are prose.
 */

const HEADERS = [
  ['from', 'to'],
  ['source', 'target'],
  ['label', 'type'],
  ['label', 'description'],
  ['id', 'label'],
];

/** Whether the first row names columns of ours and is not the only one. */
export function hasCsvHeader(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/, 2);
  if (second === '') return false;
  const cells = new Set(first.split(/[,;\t|]/).map((cell) => cell.replace(/"/g, '').trim().toLowerCase()));
  return HEADERS.some((names) => names.every((name) => cells.has(name)));
}
