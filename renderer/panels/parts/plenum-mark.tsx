/** Plenum's mark: a rack, its units, and one that the air comes through. */
export function PlenumMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect x="1" y="1" width="30" height="30" rx="7" fill="var(--accent)" />
      <g fill="none" stroke="var(--text-on-accent)" strokeWidth="2" strokeLinecap="round">
        <path d="M9 6.5v19M23 6.5v19" />
        <path d="M12.5 9h7M12.5 13.7h7" />
        <path d="M12.5 18.4h4.2" opacity="0.55" />
        <path d="M12.5 23h7" />
      </g>
    </svg>
  );
}
