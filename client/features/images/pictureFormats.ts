/** Formats of pictures, as the export dialog lists them after those of texts. */
export const PICTURE_FORMATS = [
  { id: 'png', label: 'PNG' },
  { id: 'svg', label: 'SVG' },
  { id: 'pdf', label: 'PDF' },
] as const;

export type PictureFormat = (typeof PICTURE_FORMATS)[number];
export type PictureId = PictureFormat['id'];
