import { Mistake } from '#data/mistake.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import { describedWaves, type DescribedWave } from './own-description.ts'
import type { RawEdge } from './raw-network.ts'

/** A time from and to, both included: numbers of the file, or milliseconds of its dates. Infinite: without a bound. */
export type Interval = readonly [from: number, to: number]

/** The ties of a file that says when each was there. */
export interface TimedTies {
  readonly file: string
  readonly edges: readonly RawEdge[]
  /** When each of them was there, in the same order; empty: the file doesn't say, so always. */
  readonly times: readonly (readonly Interval[])[]
  readonly description: string
}

export interface ChosenTies {
  readonly edges: readonly RawEdge[]
  readonly remarks: readonly string[]
}

const dayMs = 86_400_000

/** A time as a file writes it: a number, or a date; a bound that is missing or infinite is `missing`. */
export function parseTime(text: string | undefined, missing: number): number {
  if (text === undefined || text.trim() === '' || /^[-+]?inf/i.test(text)) return missing
  const isDate = /^\d{4}-\d\d/.test(text)
  const time = isDate ? Date.parse(text) : Number(text)
  return Number.isNaN(time) ? missing : time
}

/**
 * The ties of the wave or moment that `wave` names (a label of a file of ours, a day, a number, `all`); without a name
 * those of the last wave, where the file names its waves and they don't share a day, else all of them.
 * @throws Mistake when the file has no such wave or moment.
 */
export function chooseMoment(ties: TimedTies, wave: string | undefined): ChosenTies {
  const { file, edges, times } = ties
  const timed = times.filter(({ length }) => length > 0).length
  if (timed === 0) {
    if (wave !== undefined && wave !== everyWave) throw noMoments(file, wave)
    return { edges, remarks: [] }
  }
  const waves = describedWaves(ties.description)
  if (wave === everyWave) return { edges, remarks: [allTogether(ties, timed, waves)] }
  const named = wave === undefined ? lastApart(waves) : waves.find(({ label }) => label === wave)
  if (named !== undefined) {
    if (!isApart(named, waves))
      throw new Mistake(
        `--wave ${wave}: ${file} says of days only, and another wave has some of the same; expected ${everyWave}, and the crawl's own corpus for each`,
      )
    const kept = within(ties, [parseTime(named.from, -Infinity), parseTime(named.to, Infinity)])
    return { edges: kept, remarks: [saidWave(named, waves, kept.length, edges.length)] }
  }
  if (wave === undefined) return { edges, remarks: [allTogether(ties, timed, waves)] }
  const moment = momentOf(wave)
  if (moment === null) throw noSuchMoment(ties, wave, waves)
  const kept = within(ties, moment)
  return {
    edges: kept,
    remarks: [`${kept.length} of ${edges.length} ties were there at ${wave}; --wave ${everyWave} reads all of them.`],
  }
}

/** Refuses a wave of a file that knows none. */
export const noMoments = (file: string, wave: string): Mistake =>
  new Mistake(`--wave ${wave}: ${file} doesn't say when its ties were there; expected a GEXF file that does`)

const within = ({ edges, times }: TimedTies, [from, to]: Interval): RawEdge[] =>
  edges.filter((_, at) => times[at]!.length === 0 || times[at]!.some(([start, end]) => start <= to && end >= from))

/** A day is all of it. */
function momentOf(text: string): Interval | null {
  const time = parseTime(text, Number.NaN)
  if (Number.isNaN(time)) return null
  return /^\d{4}-\d\d-\d\d$/.test(text) ? [time, time + dayMs - 1] : [time, time]
}

/** The file knows days, so waves can only be told apart when they have none in common. */
const isApart = (wave: DescribedWave, waves: readonly DescribedWave[]): boolean =>
  waves.every(other => other === wave || other.to < wave.from || other.from > wave.to)

function lastApart(waves: readonly DescribedWave[]): DescribedWave | undefined {
  const last = waves.at(-1)
  return last !== undefined && isApart(last, waves) ? last : undefined
}

function saidWave(
  { label, from, to }: DescribedWave,
  waves: readonly DescribedWave[],
  kept: number,
  of: number,
): string {
  const isLast = waves.at(-1)!.label === label
  const which = `${isLast ? 'the last of' : 'one of'} ${waves.length}`
  return `Wave '${label}' (${from} to ${to}), ${which}: ${kept} of ${of} ties; --wave takes another one, --wave ${everyWave} all together.`
}

function allTogether({ edges, times }: TimedTies, timed: number, waves: readonly DescribedWave[]): string {
  const choice = waves.length > 1 ? `--wave LABEL reads those of one wave` : `--wave reads those of one day or number`
  return `${timed} of ${edges.length} ties have a time${spanOf(times)}: they count once, whenever they were there; ${choice}.`
}

function spanOf(times: readonly (readonly Interval[])[]): string {
  let [least, most] = [Infinity, -Infinity]
  for (const bound of times.flat(2))
    if (Number.isFinite(bound)) [least, most] = [Math.min(least, bound), Math.max(most, bound)]
  return least > most ? '' : `, ${timeText(least)} to ${timeText(most)}`
}

/** Numbers of files are small; milliseconds of dates are not. */
const timeText = (time: number): string =>
  Math.abs(time) > dayMs * 365 && Math.abs(time) < 8.64e15 ? new Date(time).toISOString().slice(0, 10) : String(time)

function noSuchMoment({ file, times }: TimedTies, wave: string, waves: readonly DescribedWave[]): Mistake {
  const labels = [...waves.map(({ label }) => label), everyWave].join(', ')
  return new Mistake(
    `--wave ${wave}: no such wave or moment in ${file}${spanOf(times)}; expected ${waves.length > 0 ? `one of ${labels}` : `a day (2027-03-01), a number as the file has, or ${everyWave}`}`,
  )
}
