import type { TieHistory } from '#data/store/changes/tie-history.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Random } from '../random.ts'
import { kaplanMeier, type SurvivalStep } from './survival/kaplan-meier.ts'
import { type Lifetime, lifetimesOf } from './survival/lifetime.ts'
import { logRank, sunScores } from './survival/log-rank.ts'
import { type CensoredTime, survivalAt, turnbull } from './survival/turnbull.ts'

/** A point of a curve, at the end of a stretch in which ties ended. */
export interface SurvivalPoint {
  /** Days since the first sighting: the ends lie within (after, by], nobody knows where. */
  readonly after: number
  readonly by: number
  /** Share still there at `by`. */
  readonly survival: number
  /** 95 % interval over draws of the citing sites with all their ties; null where no draw has a value. */
  readonly low: number | null
  readonly high: number | null
}

/** How long ties of a kind were there. */
export interface TieSurvival {
  /** 'all'; 'border' home or abroad; 'zone' and its name, of the hyperlinks of that zone alone. */
  readonly by: 'all' | 'border' | 'zone'
  readonly group: string
  readonly ties: number
  /** Seen to end; the others are right-censored. */
  readonly ended: number
  /** Since when they were there is not known. */
  readonly old: number
  /** Seen again after their end. */
  readonly back: number
  readonly turnbull: readonly SurvivalPoint[]
  readonly kaplanMeier: readonly SurvivalStep[]
}

/** Whether ties of different kinds last differently. */
export interface SurvivalTest {
  readonly by: 'border' | 'zone'
  readonly groups: readonly string[]
  /** Of two groups: above 0, ties of the first one end sooner. */
  readonly z: number | null
  /** Kinds dealt out anew among the ties of each citing site; null where no site has several kinds. */
  readonly p: number | null
  /** Kinds dealt out anew among all ties, as if each were on its own. */
  readonly pAll: number | null
  readonly permutations: number
}

export interface SurvivalQuestion {
  readonly histories: readonly TieHistory[]
  /** Of the hyperlinks of each zone, those that have any. */
  readonly byZone: ReadonlyMap<string, readonly TieHistory[]>
  /** Day of each wave, ascending. */
  readonly days: readonly number[]
  readonly countryOf: (site: EntityId) => string
  readonly permutations: number
  readonly draws: number
  readonly random: Random
}

/** Curves for all ties, across and inside the border, and by zone; and what tells them apart. */
export function survivalOfTies(question: SurvivalQuestion): {
  readonly curves: TieSurvival[]
  readonly tests: SurvivalTest[]
} {
  const { histories, byZone, days, random } = question
  const all = lifetimesOf(histories, days)
  const sides = Map.groupBy(
    all.filter(({ source, target }) => question.countryOf(source) !== '' && question.countryOf(target) !== ''),
    ({ source, target }) => (question.countryOf(source) === question.countryOf(target) ? 'home' : 'abroad'),
  )
  const border = (['home', 'abroad'] as const).flatMap(group =>
    sides.has(group) ? [[group, sides.get(group)!] as const] : [],
  )
  const zones = [...byZone]
    .map(([zone, own]) => [zone, lifetimesOf(own, days)] as const)
    .filter(([, own]) => own.length > 0)
  const curve = (by: TieSurvival['by'], group: string, lives: readonly Lifetime[]): TieSurvival =>
    curveOf(by, group, lives, question.draws, random.stream(`curve ${by} ${group}`))
  return {
    curves: [
      ...(all.length > 0 ? [curve('all', '', all)] : []),
      ...border.map(([group, lives]) => curve('border', group, lives)),
      ...zones.map(([group, lives]) => curve('zone', group, lives)),
    ],
    tests: [...testOf('border', border, question), ...testOf('zone', zones, question)],
  }
}

const intervalOf = ({ lived, endedBy }: Lifetime): Omit<CensoredTime, 'times'> => ({
  left: lived,
  right: endedBy ?? Infinity,
})

/** Lives by their intervals: those alike together. */
interface Grouped {
  readonly intervals: readonly CensoredTime[]
  /** Which interval each life has. */
  readonly placeOf: Uint32Array
}

function grouped(lives: readonly Lifetime[]): Grouped {
  const places = new Map<string, number>()
  const intervals: { left: number; right: number; times: number }[] = []
  const placeOf = Uint32Array.from(lives, life => {
    const key = `${life.lived} ${life.endedBy ?? ''}`
    const place = places.get(key) ?? intervals.push({ ...intervalOf(life), times: 0 }) - 1
    places.set(key, place)
    intervals[place]!.times++
    return place
  })
  return { intervals, placeOf }
}

function curveOf(
  by: TieSurvival['by'],
  group: string,
  lives: readonly Lifetime[],
  draws: number,
  random: Random,
): TieSurvival {
  const own = grouped(lives)
  const masses = turnbull(own.intervals)
  const ends = masses.filter(({ right }) => right < Infinity)
  const drawn = drawCurves(
    lives,
    own,
    ends.map(({ right }) => right),
    { draws, random },
  )
  const points = ends.map(({ left, right }, at) => {
    const values = drawn.map(curve => curve[at]!).sort((a, b) => a - b)
    const percentile = (share: number): number | null => values[Math.round(share * (values.length - 1))] ?? null
    return {
      after: left,
      by: right,
      survival: survivalAt(masses, right),
      low: percentile(0.025),
      high: percentile(0.975),
    }
  })
  return {
    ...{ by, group, ties: lives.length },
    ended: lives.filter(({ endedBy }) => endedBy !== null).length,
    old: lives.filter(({ isOld }) => isOld).length,
    back: lives.filter(({ isBackLater }) => isBackLater).length,
    turnbull: points,
    kaplanMeier: kaplanMeier(own.intervals),
  }
}

/** The curve at `times` in each bootstrap sample of the citing sites: ties of one site live and die together. */
function drawCurves(
  lives: readonly Lifetime[],
  { intervals, placeOf }: Grouped,
  times: readonly number[],
  { draws, random }: { readonly draws: number; readonly random: Random },
): number[][] {
  if (times.length === 0) return []
  const sites = [...Map.groupBy(lives.keys(), at => lives[at]!.source).values()]
  return Array.from({ length: draws }, (_, draw) => {
    const own = random.stream(draw)
    const counts = new Uint32Array(intervals.length)
    for (let drawn = 0; drawn < sites.length; drawn++)
      for (const at of sites[own.int(sites.length)]!) counts[placeOf[at]!]!++
    const masses = turnbull(intervals.map((interval, place) => ({ ...interval, times: counts[place]! })))
    return times.map(time => survivalAt(masses, time))
  })
}

function testOf(
  by: SurvivalTest['by'],
  groups: readonly (readonly [string, readonly Lifetime[]])[],
  { permutations, random }: SurvivalQuestion,
): SurvivalTest[] {
  if (groups.length < 2) return []
  const lives = groups.flatMap(([, own]) => own)
  const groupOf = Int32Array.from(groups.flatMap(([, own], group) => own.map(() => group)))
  const scores = sunScores(lives.map(intervalOf), turnbull(grouped(lives).intervals))
  const strata = [...Map.groupBy(lives.keys(), at => lives[at]!.source).values()]
  const labels = { groupOf, groups: groups.length }
  const own = random.stream(`test ${by}`)
  const within = logRank(scores, { ...labels, strata }, permutations, own.stream('sites'))
  const free = logRank(scores, { ...labels, strata: [[...lives.keys()]] }, permutations, own.stream('ties'))
  return [{ by, groups: groups.map(([group]) => group), z: free.z, p: within.p, pAll: free.p, permutations }]
}
