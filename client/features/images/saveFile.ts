/** Hands a file to the browser's downloads. */

const MAX_NAME = 80;

/** Without the characters that some system keeps out of file names; those that turn the reading order go too. */
export function fileName(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
      .trim()
      .slice(0, MAX_NAME) || 'board'
  );
}

/** How long a browser has to begin the download. */
const KEPT_MS = 10_000;

export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
