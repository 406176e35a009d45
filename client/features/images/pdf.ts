/**
 * A PDF of one page with the painted board on it, without loss and at twice the size of the screen. Text is part
 * of the picture: the browser has shaped and ordered every script in it, which no PDF writer small enough for a
 * page does. The page is as large as the board at 100 %, at most what readers open.
 */

/** Points for each CSS pixel. */
const POINTS = 0.75;
/** PDF readers end at 200 inches. */
const MAX_POINTS = 14_400;

export interface PdfPage {
  /** Of the board at 100 %. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
}

export async function pdfOf(canvas: HTMLCanvasElement, page: PdfPage): Promise<Blob> {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas to read.');
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    rgb[to++] = data[from] ?? 0;
    rgb[to++] = data[from + 1] ?? 0;
    rgb[to++] = data[from + 2] ?? 0;
  }
  return new Blob(pdfParts({ pixels: await deflated(rgb), width, height }, page), {
    type: 'application/pdf',
  });
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

interface Pixels {
  /** Red, green and blue, deflated. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** The file in pieces. Pure. */
function pdfParts(picture: Pixels, page: PdfPage): Uint8Array<ArrayBuffer>[] {
  const fit = Math.min(1, MAX_POINTS / (Math.max(page.width, page.height) * POINTS));
  const [width, height] = [page.width * POINTS * fit, page.height * POINTS * fit].map((side) =>
    side.toFixed(2),
  );
  const drawing = `q ${width} 0 0 ${height} 0 0 cm /Board Do Q`;
  const image =
    `<< /Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ` +
    `/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length ${picture.pixels.length} >>`;
  const objects: (string | Uint8Array<ArrayBuffer>)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ` +
        '/Contents 4 0 R /Resources << /XObject << /Board 5 0 R >> >> >>',
    ],
    [`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`],
    [`${image}\nstream\n`, picture.pixels, '\nendstream'],
    [`<< /Title ${pdfText(page.title)} /Producer ${pdfText('Cellboard')} >>`],
  ];
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const add = (piece: string | Uint8Array<ArrayBuffer>) => {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    parts.push(bytes);
    length += bytes.length;
  };
  add('%PDF-1.5\n');
  const starts = objects.map((pieces, index) => {
    const start = length;
    add(`${index + 1} 0 obj\n`);
    for (const piece of pieces) add(piece);
    add('\nendobj\n');
    return start;
  });
  const table = length;
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  add(`xref\n0 ${count}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<< /Size ${count} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return parts;
}

/** UTF-16 in hexadecimal, which holds any script. */
function pdfText(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `<feff${units.join('')}>`;
}
