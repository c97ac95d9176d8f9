import { isZone } from '#data/vocabulary/zones.ts'
import { list, paragraph, type ReportBlock } from '../document/block.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { ToldChange, ToldCurve } from '../findings/change.ts'
import type { Telling } from './telling.ts'

type Point = ToldCurve['points'][number]
interface Row {
  readonly curve: ToldCurve
  readonly point: Point | null
  readonly isFirst: boolean
}

/** How long edges last, and whether some last longer than others. */
export function tellSurvival({ curves, tests }: ToldChange, telling: Telling): ReportBlock[] {
  const { words } = telling.speech
  const told = words.change
  return [
    paragraph(told.survivalLead),
    table([told.survival], curves.flatMap(rowsOf), [
      text(told.kind, ({ curve }) => nameOf(curve, telling)),
      numbers(told.number, ({ curve, isFirst }) => (isFirst ? curve.ties : null)),
      numbers(told.ended, ({ curve, isFirst }) => (isFirst ? curve.ended : null)),
      numbers(told.old, ({ curve, isFirst }) => (isFirst ? curve.old : null)),
      numbers(told.between, ({ point }) => point && told.stretch(point.after, point.by)),
      numbers(told.survives, ({ point }) => point?.survival && told.shareOf(point.survival, point.low, point.high)),
      numbers(told.kaplanMeier, ({ curve, point }) => {
        const beside = point && atDay(curve, point.by?.value ?? 0)
        return beside?.survival ? told.shareOf(beside.survival, null, null) : null
      }),
    ]),
    ...(tests.length === 0
      ? []
      : [
          list(
            tests.map(({ by, p, z, pAll, permutations }) => told.test(told.tests[by] ?? by, p, z, pAll, permutations)),
          ),
          paragraph(told.testNote),
        ]),
  ]
}

/** A row for each step of Turnbull's curve; one without where nothing was seen to end. */
function rowsOf(curve: ToldCurve): Row[] {
  const points = curve.points.filter(({ estimate }) => estimate === 'turnbull')
  return points.length === 0
    ? [{ curve, point: null, isFirst: true }]
    : points.map((point, at) => ({ curve, point, isFirst: at === 0 }))
}

/** The last step of the other curve by that day. */
const atDay = ({ points }: ToldCurve, day: number): Point | undefined =>
  points.findLast(({ estimate, by }) => estimate === 'kaplan-meier' && by !== null && by.value <= day)

function nameOf({ by, group }: ToldCurve, { speech: { words } }: Telling): string {
  const told = words.change
  if (by === 'zone') return told.zone(isZone(group) ? words.zones.names[group] : group)
  return by === 'all' ? told.all : told.groups[group === 'home' ? 'home' : 'abroad']
}
