/** A link as a QR code: dark on light in either theme, with the margin that readers need. */
import { encode } from 'uqr';

/** Modules of quiet around the code. */
const QUIET = 3;

export interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  readonly size: number;
}

export function QrCode({ text, label, size }: QrCodeProps) {
  const { data } = encode(text, { ecc: 'M', border: QUIET });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${data.length} ${data.length}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" />
      <path d={path} />
    </svg>
  );
}
