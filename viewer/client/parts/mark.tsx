/** The house's mark; the name stands beside it. The same as mark.svg, which is the page's icon. */
export const MarkSign = () => (
  <svg className="mark" viewBox="0 0 32 32" width="22" height="22" aria-hidden="true" focusable="false">
    <path
      d="M9.2 9.2 23 8.2 9.6 10.6zM8 9.4 12.4 24 9.8 8.8zM13.6 23.4 24.6 9.6 14.8 24.2zM21.6 22.6 9.8 10.4 22.8 21.4z"
      fill="#7d8696"
    />
    <circle cx="8.6" cy="9" r="4.6" fill="#332288" />
    <rect x="19.8" y="4.4" width="8" height="8" rx="1" fill="#cc6677" />
    <circle cx="13" cy="24.4" r="3.6" fill="#117733" />
    <rect x="20.4" y="20.2" width="5.4" height="5.4" rx="0.8" fill="#88ccee" />
  </svg>
)
