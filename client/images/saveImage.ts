/** Downloads an image of the view as this person sees it, in the theme they use. Loaded when asked for. */
import type { Workspace } from '../board/workspace.ts';
import { currentMessages } from '../ui/locale.ts';
import { toast } from '../ui/toast.ts';
import { readColors } from './colors.ts';
import { type BoardImage, drawBoard } from './drawBoard.ts';

/** Twice the size on the board, for sharp screens and print. */
const PNG_SCALE = 2;
/** Browsers give up on larger canvases. */
const PNG_MAX_SIDE = 8_192;
const PNG_MAX_PIXELS = 40_000_000;

export async function saveImage({ store, scene }: Workspace, format: 'png' | 'svg'): Promise<void> {
  const { images, nodeKinds, start } = currentMessages();
  const styles = getComputedStyle(document.documentElement);
  const title = store.title || start.untitled;
  const image = drawBoard(scene, {
    colors: readColors((name) => styles.getPropertyValue(name).trim()),
    kindName: (kind) => nodeKinds[kind],
    title,
  });
  if (image === null) {
    toast(images.empty, { key: 'image' });
    return;
  }
  try {
    const blob = format === 'svg' ? new Blob([image.svg], { type: 'image/svg+xml' }) : await toPng(image);
    download(blob, `${fileName(title)}.${format}`);
  } catch {
    toast(images.failed, { key: 'image' });
  }
}

async function toPng({ svg, width, height }: BoardImage): Promise<Blob> {
  const scale = Math.min(
    PNG_SCALE,
    PNG_MAX_SIDE / Math.max(width, height),
    Math.sqrt(PNG_MAX_PIXELS / (width * height)),
  );
  if (scale < 1) toast(currentMessages().images.tooLarge, { key: 'image' });
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('No image was made.')) : resolve(blob)),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Without the characters that some system keeps out of file names. */
function fileName(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 80) || 'board'
  );
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
