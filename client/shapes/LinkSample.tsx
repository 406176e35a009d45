/** A short piece of each kind of link, for menus, lists and the key. Never mirrored. */
import type { LinkKind } from '../../shared/model/kinds.ts';
import { drawSample } from './links/linkShapes.ts';
import { Primitives } from './Primitives.tsx';
import './linkSample.css';

const HEIGHT = 12;

export function LinkSample({ kind, width = 28 }: { readonly kind: LinkKind; readonly width?: number }) {
  return (
    <svg
      className="link-sample"
      data-kind={kind}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
    >
      <Primitives of={drawSample(kind, { width, height: HEIGHT })} />
    </svg>
  );
}
