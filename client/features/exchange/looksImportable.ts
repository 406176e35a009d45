/** Whether pasted text is more likely a file of one of our formats than words for a note. Pure. */

export function looksImportable(text: string): boolean {
  const start = text
    .slice(0, 4_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('<')) return /<(\w+:)?(graphml|gexf)[\s>]/i.test(start);
  if (start.startsWith('{'))
    return (
      /"format"\s*:\s*"cellboard"/.test(start) ||
      (/"nodes"\s*:\s*\[/.test(text) && /"edges"\s*:\s*\[/.test(text))
    );
  const [first = '', second] = start.split(/\r?\n/, 2);
  if (second === undefined || second === '') return false;
  const cells = new Set(first.split(/[,;\t|]/).map((cell) => cell.replace(/"/g, '').trim().toLowerCase()));
  const has = (...names: string[]) => names.every((name) => cells.has(name));
  return (
    has('from', 'to') ||
    has('source', 'target') ||
    has('label', 'type') ||
    has('label', 'description') ||
    has('id', 'label')
  );
}
