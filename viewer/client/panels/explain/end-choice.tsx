import { SearchBox } from '#viewer/client/parts/search-box.tsx'
import { published } from '#viewer/client/published.ts'
import { communityMark } from '#data/vocabulary/community-mark.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface EndChoiceProps {
  /** The first of the two that are to be explained. */
  readonly end: string
  /** Of a community, its number; of a site, that of the community it is in; null: none. */
  readonly number: number | null
}

/** Chooses with whom something is to be explained: a site by its name, or a community. */
export function EndChoice({ end, number }: EndChoiceProps) {
  const { model, speech, select } = useWorkbench()
  const { words } = speech
  if (published !== null) return null
  const ask = (other: string): void => select({ kind: 'why', one: end, other })
  const isCommunity = end.startsWith(communityMark)
  const others = (model.data.analysis?.communities ?? []).filter(one => !isCommunity || one.number !== number)
  return (
    <section>
      <h3>{words.why}</h3>
      <SearchBox label={words.whyWith} onChoose={site => ask(model.data.ids[site]!)} />
      {others.length > 0 && (
        <p className="field">
          <label>
            {words.whyWithCommunity}
            <select value="" onChange={event => ask(communityMark + event.target.value)}>
              <option value="" disabled hidden />
              {others.map(({ number: other, name, sites }) => (
                <option key={other} value={sites[0] ?? ''}>
                  {words.communityWith(String(other), name)}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
    </section>
  )
}
