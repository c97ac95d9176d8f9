import { communityOfSite } from '#data/vocabulary/community-mark.ts'
import { categoryColumn } from '#viewer/client/model/model.ts'
import type { Selection } from '#viewer/client/view/view.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { WhyLink } from '../explain/why-link.tsx'

/** From a cell of two communities to why they are two; from one of a single community to what is told of it. */
export function CellCommunities({ cell }: { readonly cell: Extract<Selection, { kind: 'cell' }> }) {
  const { model, speech, select } = useWorkbench()
  const column = categoryColumn(model, 'community')
  if (cell.column !== 'community' || !column) return null
  /** One of its sites; none of what is no community: sites alone in their own, or without any. */
  const siteOf = (value: string): string | undefined => {
    const found = column.categories.findIndex(category => category.value === value && !category.alone)
    return found === -1 ? undefined : model.data.ids[column.values.indexOf(found)]
  }
  const [one, other] = [siteOf(cell.source), siteOf(cell.target)]
  if (one === undefined || other === undefined) return null
  if (cell.source !== cell.target)
    return (
      <p>
        <WhyLink one={communityOfSite(one)} other={communityOfSite(other)} />
      </p>
    )
  return (
    <p>
      <button type="button" className="plain" onClick={() => select({ kind: 'community', of: one })}>
        {speech.words.communityAbout(cell.source)}
      </button>
    </p>
  )
}
