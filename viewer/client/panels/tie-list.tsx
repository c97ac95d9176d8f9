import { MoreOf } from '../parts/more-of.tsx'
import { TieRow } from '../parts/tie-row.tsx'

/** Ties, each a way to its hyperlinks; a long list grows on demand. */
export function TieList({ ties, atFirst = 25 }: { readonly ties: readonly number[]; readonly atFirst?: number }) {
  return (
    <MoreOf items={ties} atFirst={atFirst} step={100}>
      {shown => (
        <ul className="rows">
          {shown.map(tie => (
            <TieRow key={tie} tie={tie} />
          ))}
        </ul>
      )}
    </MoreOf>
  )
}
