import { categoryColumn } from '#viewer/client/model/model.ts'
import { communityOfSite } from '#data/vocabulary/community-mark.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'
import { EndChoice } from '../explain/end-choice.tsx'

/** The community of a site, why it is in it, and why it is together with another site or community, or apart. */
export function SiteWhy({ site }: { readonly site: number }) {
  const { model, speech, select } = useWorkbench()
  const { words } = speech
  const id = model.data.ids[site]!
  const column = categoryColumn(model, 'community')
  const found = column?.categories[column.values[site]!]
  const community = found === undefined || found.alone ? null : Number(found.value)
  return (
    <>
      {community !== null && (
        <p>
          <button type="button" className="plain" onClick={() => select({ kind: 'community', of: id })}>
            {words.communityAbout(String(community))}
          </button>{' '}
          <button
            type="button"
            className="plain"
            onClick={() => select({ kind: 'why', one: id, other: communityOfSite(id) })}
          >
            {words.whyWithOwn}
          </button>
        </p>
      )}
      <EndChoice end={id} number={community} />
    </>
  )
}
