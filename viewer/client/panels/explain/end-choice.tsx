import { SearchBox } from '#viewer/client/parts/search-box.tsx'
import { categoryColumn, type Model } from '#viewer/client/model/model.ts'
import { communityNamed, communityOfSite } from '#data/vocabulary/community-mark.ts'
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
  const ask = (other: string): void => select({ kind: 'why', one: end, other })
  const isCommunity = communityNamed(end) !== null
  const others = offeredCommunities(model).filter(one => !isCommunity || one.number !== number)
  return (
    <section>
      <h3>{words.why}</h3>
      <SearchBox label={words.whyWith} onChoose={site => ask(model.data.ids[site]!)} />
      {others.length > 0 && (
        <p className="field">
          <label>
            {words.whyWithCommunity}
            <select value="" onChange={event => ask(communityOfSite(event.target.value))}>
              <option value="" disabled hidden />
              {others.map(({ number: other, name, site }) => (
                <option key={other} value={site}>
                  {name === '' ? other : words.communityWith(String(other), name)}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
    </section>
  )
}

interface Offered {
  readonly number: number
  /** '': the page doesn't tell. */
  readonly name: string
  /** Id of one of its sites. */
  readonly site: string
}

/** Those that the analysis describes; where a page leaves that out, those of the column. */
function offeredCommunities(model: Model): Offered[] {
  const described = model.data.analysis?.communities ?? []
  if (described.length > 0) return described.map(({ number, name, sites }) => ({ number, name, site: sites[0] ?? '' }))
  const column = categoryColumn(model, 'community')
  return (column?.categories ?? []).flatMap(({ value, alone }, category) => {
    const site = model.data.ids[column!.values.indexOf(category)]
    return alone || site === undefined ? [] : [{ number: Number(value), name: '', site }]
  })
}
