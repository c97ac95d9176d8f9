/** A thin bar whose length is a part of the whole, 0 to 1; the figure stands beside it in words. */
export const Bar = ({ part }: { readonly part: number }) => (
  <svg className="amount" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect width="100" height="3" className="amount-rail" />
    <rect width={Math.max(1, Math.min(1, part) * 100)} height="3" className="amount-part" />
  </svg>
)
