/** A short piece of each kind of link, for menus, lists and the key. Never mirrored. */
import type { LinkKind } from '../../shared/model/kinds.ts';

export function LinkSample({ kind, width = 28 }: { readonly kind: LinkKind; readonly width?: number }) {
  const line = `M1 6H${width - 1}`;
  return (
    <svg
      className={`link-sample link-${kind}`}
      width={width}
      height={12}
      viewBox={`0 0 ${width} 12`}
      aria-hidden="true"
    >
      {kind === 'membership' && (
        <>
          <path className="link-line" d={`M1 6H${width - 4}`} />
          <circle className="link-dot" cx={width - 3.5} cy={6} r={2.6} />
        </>
      )}
      {kind === 'guidance' && (
        <>
          <path className="link-line" d={`M1 6H${width - 9}`} />
          <path className="link-arrow" d={`M${width - 10} 1.6L${width} 6L${width - 10} 10.4Z`} />
        </>
      )}
      {kind === 'delegation' && (
        <>
          <path className="link-line" d={`M1 6H${width - 2}`} />
          <path className="link-chevron" d={`M${width - 8} 1.5L${width - 1} 6L${width - 8} 10.5`} />
        </>
      )}
      {kind === 'channel' && (
        <>
          <path className="link-line" d={`M4 6H${width - 4}`} />
          <path className="link-core" d={`M4 6H${width - 4}`} />
          <circle className="link-port" cx={4} cy={6} r={3} />
          <circle className="link-port" cx={width - 4} cy={6} r={3} />
        </>
      )}
      {(kind === 'contact' || kind === 'tie') && <path className="link-line" d={line} />}
    </svg>
  );
}
