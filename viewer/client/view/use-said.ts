import { useMemo } from 'react'
import type { CategoryColumn } from '#viewer/protocol/map.ts'
import type { SaidData } from '#viewer/protocol/words.ts'
import { useAnswer } from '../ask.ts'
import { buildModel, type Model } from '../model/model.ts'
import type { Speech } from '../words/format.ts'
import type { Selection } from './view.ts'

/** Name of the column of who says a word; no column of a corpus is called so. */
export const saysColumn = 'says'

const askFor = (query: string, titles: 0 | 1): string => `./api/said?q=${encodeURIComponent(query)}&titles=${titles}`

/** Every tie with the words that are looked for; null: nothing is looked for, or they are not known yet. */
export function useFound(selection: Selection): SaidData | null {
  const { kind } = selection
  const asked =
    kind === 'search' ? askFor(selection.query, 1) : kind === 'said' ? askFor(`"${selection.term}"`, 0) : null
  const answer = useAnswer<SaidData>(asked)
  return answer.state === 'ready' ? answer.data : null
}

/** The model with a column of who says `term` when citing, once that is known. */
export function useSays(whole: Model, term: string, speech: Speech): Model {
  const answer = useAnswer<SaidData>(term === '' ? null : askFor(`"${term}"`, 0))
  const data = answer.state === 'ready' ? answer.data : null
  return useMemo(
    () =>
      data === null
        ? whole
        : buildModel({ ...whole.data, columns: [...whole.data.columns, columnOf(whole, data, term, speech)] }),
    [whole, data, term, speech],
  )
}

function columnOf(model: Model, { ids, source }: SaidData, term: string, { words }: Speech): CategoryColumn {
  const sayers = new Set(source.map(one => model.indexOf.get(ids[one]!)))
  const values = Array.from({ length: model.siteCount }, (_, site) =>
    sayers.has(site) ? 0 : model.unread.has(site) ? -1 : 1,
  )
  const countOf = (value: number): number => values.filter(one => one === value).length
  const title = words.saysTitle(term)
  return {
    kind: 'category',
    name: saysColumn,
    origin: 'corpus',
    title: { en: title, fr: title },
    categories: [
      { value: 'yes', label: words.saysValues.yes, count: countOf(0), place: 6, colour: '#b03a02' },
      { value: 'no', label: words.saysValues.no, count: countOf(1), place: 5, colour: '#c9d3da' },
    ],
    values,
    more: [],
  }
}
