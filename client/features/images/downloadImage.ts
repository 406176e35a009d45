/** Downloads an image of the view; what draws it is loaded then. */
import type { Workspace } from '../../state/workspace.ts';

export const IMAGE_FORMATS = ['png', 'svg'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

export async function downloadImage(workspace: Workspace, format: ImageFormat): Promise<void> {
  const { saveImage } = await import('./saveImage.ts');
  await saveImage(workspace, { format, ids: null });
}
