/** The mark of Cellboard. */
export function Mark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 26 26" aria-hidden="true">
      <path
        d="M8.2 3.6h9.6a2 2 0 0 1 1.73 1l4.35 7.4a2 2 0 0 1 0 2l-4.35 7.4a2 2 0 0 1-1.73 1H8.2a2 2 0 0 1-1.73-1L2.12 14a2 2 0 0 1 0-2l4.35-7.4a2 2 0 0 1 1.73-1Z"
        fill="var(--accent)"
      />
      <g fill="var(--on-accent)">
        <circle cx="13" cy="8.9" r="2.1" />
        <circle cx="9.3" cy="15.6" r="2.1" />
        <circle cx="16.7" cy="15.6" r="2.1" />
      </g>
      <path
        d="M13 9l-3.7 6.6h7.4Z"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.3"
        strokeLinejoin="round"
      />
    </svg>
  );
}
