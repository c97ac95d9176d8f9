import type { Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import type { Focus } from './focus.ts'

export interface Lit {
  readonly sites: ReadonlySet<number>
  readonly ties: ReadonlySet<number>
  /** The sites that the focus is on, rather than around: labelled first, ringed. */
  readonly heads: ReadonlySet<number>
}

/** What stands out with a focus; only what is shown. */
export function litBy(model: Model, shown: Shown, focus: NonNullable<Focus>): Lit {
  const isShown = (tie: number): boolean => shown.ties[tie] === 1
  if ('site' in focus) {
    const ties = [...(model.tiesOut[focus.site] ?? []), ...(model.tiesIn[focus.site] ?? [])].filter(isShown)
    const around = ties.length === 0 ? [] : [...endsOf(model, ties)]
    return { sites: new Set([focus.site, ...around]), ties: new Set(ties), heads: new Set([focus.site]) }
  }
  if ('sites' in focus) {
    const sites = new Set(focus.sites)
    const among = focus.sites.flatMap(site => model.tiesOut[site] ?? [])
    const ties = among.filter(tie => isShown(tie) && sites.has(model.ties.target[tie]!))
    return { sites, ties: new Set(ties), heads: sites }
  }
  const ties = 'tie' in focus ? [focus.tie] : focus.ties
  const sites = endsOf(model, ties)
  return { sites, ties: new Set(ties), heads: 'tie' in focus || ties.length < 12 ? sites : new Set() }
}

const endsOf = ({ ties: { source, target } }: Model, ties: readonly number[]): Set<number> =>
  new Set(ties.flatMap(tie => [source[tie]!, target[tie]!]))
