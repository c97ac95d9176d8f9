import { useState } from 'react'
import { TieRow } from '../parts/tie-row.tsx'
import { useWorkbench } from '../workbench-context.ts'

/** Ties, each a way to its hyperlinks; a long list grows on demand. */
export function TieList({ ties, atFirst = 25 }: { readonly ties: readonly number[]; readonly atFirst?: number }) {
  const { speech } = useWorkbench()
  const [shown, setShown] = useState(atFirst)
  return (
    <>
      <ul className="rows">
        {ties.slice(0, shown).map(tie => (
          <TieRow key={tie} tie={tie} />
        ))}
      </ul>
      {shown < ties.length && (
        <button type="button" className="plain" onClick={() => setShown(shown + 100)}>
          {speech.words.showMore(speech.count(Math.min(100, ties.length - shown)))}
        </button>
      )}
    </>
  )
}
