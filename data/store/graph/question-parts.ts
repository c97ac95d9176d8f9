import type { GraphQuestion } from './graph-question.ts'
import { readInWave, seenInWave } from './seen-in-wave.ts'
import { limitParameters, pagesWithin } from './smaller-crawl.ts'

const waveNumber = '(SELECT id FROM wave WHERE label = @wave)'

/** Names `within` for the other parts, with a comma before it: where a question is of a smaller crawl. */
export const withinOf = ({ within }: GraphQuestion): string => (within ? `, ${pagesWithin}` : '')

/** Pages that count as read: all, those of a smaller crawl, those of a wave. */
export function readPages({ within, wave }: GraphQuestion): string {
  const source = within ? 'within' : 'page'
  return wave === undefined ? `${source} WHERE state = 'fetched'` : `${source} WHERE id IN (${readInWave(waveNumber)})`
}

/** Conditions that a link counts by, each with its AND. */
export const linksOf = ({ within, wave }: GraphQuestion): string =>
  [
    ...(within ? ['AND page_id IN (SELECT id FROM within)'] : []),
    ...(wave === undefined ? [] : [`AND ${seenInWave(waveNumber)}`]),
  ].join(' ')

/** What these parts have as parameters, and `chosenEntities`. */
export const parametersOf = ({ statuses, within, wave }: GraphQuestion): Readonly<Record<string, unknown>> => ({
  statuses: JSON.stringify(statuses),
  ...(within && limitParameters(within)),
  ...(wave !== undefined && { wave }),
})
