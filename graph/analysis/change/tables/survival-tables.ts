import type { StudyChange } from '../find-change.ts'
import type { TieSurvival } from '../tie-survival.ts'
import { changeColumns, changeTableOf } from './table-of.ts'

interface CurveRow {
  readonly curve: TieSurvival
  readonly estimate: 'turnbull' | 'kaplan-meier' | ''
  readonly after: number | null
  readonly by: number | null
  readonly survival: number | null
  readonly low: number | null
  readonly high: number | null
}

/** One row a point of each curve; of ties of which none ended one row without a point. */
function pointsOf(curve: TieSurvival): CurveRow[] {
  const turnbull = curve.turnbull.map((point): CurveRow => ({ curve, estimate: 'turnbull', ...point }))
  const kaplanMeier = curve.kaplanMeier.map(({ time, survival }): CurveRow => ({
    curve,
    estimate: 'kaplan-meier',
    after: time,
    by: time,
    survival,
    low: null,
    high: null,
  }))
  const none: CurveRow = { curve, estimate: '', after: null, by: null, survival: null, low: null, high: null }
  return curve.ended === 0 ? [none] : [...turnbull, ...kaplanMeier]
}

/** How long ties were there since their first sighting. */
export const curveTable = changeTableOf<CurveRow>(
  changeColumns([
    ['by', 'text', '', 'all; border; zone.', ({ curve }) => curve.by],
    ['group', 'text', '', 'home or abroad; the zone whose hyperlinks alone count.', ({ curve }) => curve.group],
    ['ties', 'integer', 'ties', 'Seen at all.', ({ curve }) => curve.ties],
    ['ended', 'integer', 'ties', 'Seen to end; the others are right-censored.', ({ curve }) => curve.ended],
    ['old', 'integer', 'ties', 'Of which nobody knows since when they were there.', ({ curve }) => curve.old],
    ['back', 'integer', 'ties', 'Seen again after their end.', ({ curve }) => curve.back],
    [
      'estimate',
      'text',
      '',
      'turnbull; kaplan-meier: each end in the middle of its interval.',
      ({ estimate }) => estimate,
    ],
    ['after', 'integer', 'days', 'Since the first sighting: ends lie later than that,', ({ after }) => after],
    ['by_day', 'integer', 'days', 'and at the latest then.', ({ by }) => by],
    ['survival', 'number', 'share', 'Still there then.', ({ survival }) => survival],
    ['low', 'number', 'share', 'Lower end of its 95 % interval, over draws of the citing sites.', ({ low }) => low],
    ['high', 'number', 'share', 'Upper end of it.', ({ high }) => high],
  ]),
  ({ curves }) => curves.flatMap(pointsOf),
)

/** Whether ties of different kinds last differently. */
export const survivalTestTable = changeTableOf<StudyChange['tests'][number]>(
  changeColumns([
    ['by', 'text', '', 'border or zone.', row => row.by],
    ['groups', 'list', '', 'The kinds compared.', row => row.groups],
    ['z', 'number', '', 'Of two kinds: above 0, ties of the first one end sooner.', row => row.z],
    ['p', 'number', '', 'Kinds dealt out anew among the ties of each citing site.', row => row.p],
    ['p_all', 'number', '', 'Kinds dealt out anew among all ties.', row => row.pAll],
    ['permutations', 'integer', '', 'Dealings.', row => row.permutations],
  ]),
  ({ tests }) => tests,
)
