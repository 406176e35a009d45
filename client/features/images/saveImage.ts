/** Downloads an image of the view as this person sees it, in the theme they use. Loaded when asked for. */
import type { NodeId } from '../../../shared/model/ids.ts';
import { readPalette } from '../../shapes/colors.ts';
import type { SceneFacts } from '../../state/scene/nodeData.ts';
import type { Workspace } from '../../state/workspace.ts';
import { currentMessages } from '../../ui/locale.ts';
import { toast } from '../../ui/toast.ts';
import { type BoardImage, drawBoard } from './drawBoard.ts';
import { fontsFor } from './fonts.ts';
import type { PictureId } from './pictureFormats.ts';
import { fileName, saveFile } from './saveFile.ts';

/** Twice the size on the board, for sharp screens and print. */
const PNG_SCALE = 2;
/** Browsers give up on larger canvases. */
const PNG_MAX_SIDE = 8_192;
const PNG_MAX_PIXELS = 40_000_000;
/** A PDF holds them uncompressed for a moment. */
const PDF_MAX_PIXELS = 24_000_000;

export interface ImageWish {
  readonly format: PictureId;
  /** Null for the whole view. */
  readonly ids: ReadonlySet<string> | null;
}

export async function saveImage({ store, scene }: Workspace, { format, ids }: ImageWish): Promise<void> {
  const { images, nodeKinds, start } = currentMessages();
  const styles = getComputedStyle(document.documentElement);
  const title = store.title || start.untitled;
  const texts = [...store.nodes.values(), ...store.links.values()].map(
    ({ label, caption }) => `${label} ${caption}`,
  );
  const image = drawBoard(ids === null ? scene : partOf(scene, ids), {
    palette: readPalette((name) => styles.getPropertyValue(name).trim()),
    kindName: (kind) => nodeKinds[kind],
    title,
    fonts: await fontsFor(`${texts.join(' ')} ${Object.values(nodeKinds).join(' ')}`),
  });
  if (image === null) {
    toast(images.empty, { key: 'image' });
    return;
  }
  try {
    saveFile(await fileOf(image, { format, title }), `${fileName(title)}.${format}`);
  } catch {
    toast(images.failed, { key: 'image' });
  }
}

async function fileOf(
  image: BoardImage,
  { format, title }: { format: ImageWish['format']; title: string },
): Promise<Blob> {
  switch (format) {
    case 'svg':
      return new Blob([image.svg], { type: 'image/svg+xml' });
    case 'png':
      return toPng(image);
    case 'pdf': {
      const { pdfOf } = await import('./pdf.ts');
      const canvas = await paint(image, PDF_MAX_PIXELS);
      return pdfOf(canvas, { ...image, title });
    }
  }
}

/** The chosen nodes and the links among them, as if there was nothing else. */
function partOf(scene: SceneFacts, ids: ReadonlySet<string>): SceneFacts {
  const { store } = scene;
  const nodes = new Map([...store.nodes].filter(([id]) => ids.has(id)));
  const links = new Map(
    [...store.links].filter(([, { source, target }]) => nodes.has(source) && nodes.has(target)),
  );
  const linksAt = (id: NodeId) => new Set([...store.linksAt(id)].filter((link) => links.has(link)));
  return {
    store: { nodes, links, linksAt, policy: store.policy },
    isHeld: (id) => scene.isHeld(id),
  };
}

async function toPng(image: BoardImage): Promise<Blob> {
  const canvas = await paint(image, PNG_MAX_PIXELS);
  return new Promise<Blob>((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('No image was made.')) : resolve(blob)),
      'image/png',
    );
  });
}

/** Twice the size where that is possible; the browser shapes every script. */
async function paint({ svg, width, height }: BoardImage, maxPixels: number): Promise<HTMLCanvasElement> {
  const scale = Math.min(
    PNG_SCALE,
    PNG_MAX_SIDE / Math.max(width, height),
    Math.sqrt(maxPixels / (width * height)),
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
    return canvas;
  } finally {
    URL.revokeObjectURL(url);
  }
}
