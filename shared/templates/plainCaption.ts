/** How captions are compared, whoever wrote them and in which of the two scripts. */

/** Lower case, one space between words, Persian letters for their Arabic twins and no marks on them. */
export function plainCaption(text: string): string {
  const isLatin = /^[ -~]*$/.test(text);
  const bare = isLatin
    ? text
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replaceAll('ي', 'ی')
        .replaceAll('ك', 'ک')
        .replaceAll('ە', 'ه');
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\u200c]+/gu, ' ')
    .trim();
}
