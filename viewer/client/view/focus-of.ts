import type { SaidData } from '#viewer/protocol/words.ts'
import type { Focus } from '../draw/focus.ts'
import { tieBetween, type Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import { shortestPath } from '../model/shortest-path.ts'
import { tiesOfCell } from '../model/cross-table.ts'
import { communityOfSite } from '#data/vocabulary/community-mark.ts'
import { sitesOfEnd } from './sites-of-end.ts'
import { nothing, type Selection } from './view.ts'

/** The part of the map that a selection means; null when it is not on the map. `found`: the ties with words that are looked for, once they are known. */
export function focusOf(model: Model, shown: Shown, selection: Selection, found: SaidData | null): Focus {
  const site = (id: string): number | undefined => model.indexOf.get(id)
  switch (selection.kind) {
    case 'none':
      return null
    case 'search':
    case 'said':
      return found && { ties: tiesFound(model, shown, found) }
    case 'site': {
      const found = site(selection.id)
      return found === undefined ? null : { site: found }
    }
    case 'sites':
      return { sites: selection.ids.map(site).filter(found => found !== undefined) }
    case 'tie': {
      const tie = model.as === 'links' || model.as === 'ties' ? tieOf(model, selection) : undefined
      return tie === undefined ? null : { tie }
    }
    case 'shared': {
      const tie = model.as === selection.as ? tieOf(model, selection) : undefined
      const [one, other] = [site(selection.source), site(selection.target)]
      if (tie !== undefined) return { tie }
      return { sites: [one, other].filter(found => found !== undefined) }
    }
    case 'community':
      return { sites: sitesOfEnd(model, communityOfSite(selection.of)) }
    case 'why':
      return { sites: [selection.one, selection.other].flatMap(end => sitesOfEnd(model, end)) }
    case 'path':
      return { ties: pathOf(model, shown, selection) ?? [] }
    case 'cell':
      return { ties: tiesOfCell(model, shown, selection) }
  }
}

/** Those of the ties found that are shown. */
function tiesFound(model: Model, shown: Shown, { ids, source, target }: SaidData): number[] {
  const siteOf = ids.map(id => model.indexOf.get(id))
  return source.flatMap((one, at) => {
    const [from, to] = [siteOf[one], siteOf[target[at]!]]
    const tie = from === undefined || to === undefined ? undefined : tieBetween(model, from, to)
    return tie !== undefined && shown.ties[tie] === 1 ? [tie] : []
  })
}

interface Ends {
  readonly source: string
  readonly target: string
}

export function tieOf(model: Model, { source, target }: Ends): number | undefined {
  const [from, to] = [model.indexOf.get(source), model.indexOf.get(target)]
  return from === undefined || to === undefined ? undefined : tieBetween(model, from, to)
}

/** The ties of the path between two sites of the map; null when there is none. */
export function pathOf(model: Model, shown: Shown, { source, target }: Ends): number[] | null {
  const [from, to] = [model.indexOf.get(source), model.indexOf.get(target)]
  if (from === undefined || to === undefined) return null
  return shortestPath(model, from, to, tie => shown.ties[tie] === 1)
}

/** What a click on something that stands out selects. */
export function selectionOf({ data, ties, as }: Model, focus: Focus): Selection {
  if (focus === null) return nothing
  if ('site' in focus) return { kind: 'site', id: data.ids[focus.site]! }
  if ('sites' in focus) return { kind: 'sites', ids: focus.sites.map(site => data.ids[site]!) }
  const tie = 'tie' in focus ? focus.tie : focus.ties[0]
  if (tie === undefined) return nothing
  const ends = { source: data.ids[ties.source[tie]!]!, target: data.ids[ties.target[tie]!]! }
  return as === 'links' || as === 'ties' ? { kind: 'tie', ...ends } : { kind: 'shared', as, ...ends }
}
