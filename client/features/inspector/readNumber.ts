/** A whole number typed in Latin, Persian or Arabic digits; null for anything else. Pure. */
export function readNumber(text: string): number | null {
  const latin = text
    .trim()
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
  return /^\d{1,6}$/.test(latin) ? Number(latin) : null;
}
