import type { PastOfWave } from '#data/store/visits/past-of-wave.ts'

/** Lines of `status` on a wave of the past: what the archive had, how far from the day, and what it had not. */
export function describePast(past: PastOfWave | null): string[][] {
  if (past === null) return []
  const { date, withinDays, archived, captures, drift, spread, outside, others, never, unlisted } = past
  return [
    ['past', `asked for ${date}, ${withinDays} days before or after it at most`],
    ['archived', `${archived} addresses in that time, ${captures} captures of them`],
    ...(drift === null
      ? []
      : [
          [
            'drift',
            `${drift.pages} pages, from ${days(drift.least)} to ${days(drift.most)} days; median ${days(drift.median)}, ` +
              `half of them from ${days(drift.lowerQuartile)} to ${days(drift.upperQuartile)}`,
          ],
        ]),
    ...(spread === null
      ? []
      : [['coherence', `days between captures of one site: median ${spread.median}, at most ${spread.most}`]]),
    [
      'not there',
      `${outside} addresses archived at other times only${ofOthers(others)}, ${never} never, ${unlisted} not in that time (at others nobody asked): whether they ` +
        'had links is not known',
    ],
  ]
}

const ofOthers = (count: number): string => (count === 0 ? '' : ` (${count} of them when another had the address)`)

const days = (count: number): string => (count > 0 ? `+${count}` : count === 0 ? '0' : `−${-count}`)
