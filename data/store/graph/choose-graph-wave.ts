import { everyWave } from '#data/vocabulary/every-wave.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities } from '../base/rules.ts'
import { wasRead } from '../base/was-read.ts'
import { analysedQuestion } from './analysed-question.ts'
import type { GraphQuestion } from './graph-question.ts'
import { allWaves } from '../frontier/waves.ts'

/** Of which wave a graph is. */
export interface GraphWave {
  /** As GraphQuestion.wave: undefined is everything that the corpus holds. */
  readonly wave: string | undefined
  /** As an analysis remembers it: undefined in a corpus of one wave, where there is nothing to choose. */
  readonly noted: string | undefined
  /** How many waves there are. */
  readonly of: number
}

/**
 * The wave whose graph is asked for: the one of this label, every wave together (`all`), without a word the last one.
 * A corpus of one wave has one graph, which holds what was imported, too.
 * @throws Mistake when no wave has the label.
 */
export function chooseGraphWave(corpus: Corpus, label: string | undefined): GraphWave {
  const labels = allWaves(corpus).map(wave => wave.label)
  const chosen = label ?? labels.at(-1)
  const of = labels.length
  if (label !== undefined && !labels.includes(label) && label !== everyWave)
    throw new Mistake(`--wave ${label}: no such wave; expected ${[...labels, everyWave].join(', ')}`)
  if (of < 2 || chosen === undefined) return { wave: undefined, noted: undefined, of }
  return { wave: labels.includes(chosen) ? chosen : undefined, noted: chosen, of }
}

/** The wave that an analysis was made of, by its stored options; the last one where it says nothing that still holds. */
export function waveOfAnalysis(corpus: Corpus, options: Readonly<Record<string, unknown>>): GraphWave {
  const noted = options['wave']
  const isKnown =
    typeof noted === 'string' && (noted === everyWave || allWaves(corpus).some(({ label }) => label === noted))
  return chooseGraphWave(corpus, isKnown ? noted : undefined)
}

/** The graph that was analysed, of its wave: the map shows the ties that the measures speak of. */
export function analysedGraph(
  corpus: Corpus,
  analysis: { readonly options: Readonly<Record<string, unknown>> } | null,
): GraphQuestion {
  const { wave } = waveOfAnalysis(corpus, analysis?.options ?? {})
  return { ...analysedQuestion(analysis), ...(wave !== undefined && { wave }) }
}

/** Number of imported edges, which are of no wave. */
const importedEdgeCount = (corpus: Corpus): number =>
  corpus.sql<{ n: number }>('SELECT count(*) AS n FROM imported_edge').get()!.n

/** Hyperlinks of pages read in the wave of which nobody kept whether they were there: first and last sighting lie around it. */
const notKeptCount = (corpus: Corpus, waveId: number): number =>
  corpus
    .sql<{ n: number }>(
      `SELECT count(DISTINCT link_id) AS n FROM absence JOIN link ON link.id = link_id
         JOIN visit ON visit.page_id = link.page_id AND visit.id > after_visit AND visit.id < before_visit
       WHERE known = 0 AND wave_id = ? AND ${betweenEntities()} AND ${wasRead('visit')}`,
    )
    .get(waveId)!.n

/** Says of which wave a graph is, where there are several; ends with a line break. */
export function sayGraphWave(corpus: Corpus, { wave, noted, of }: GraphWave): string {
  if (noted === undefined) return ''
  if (wave === undefined) return `All ${of} waves together: ties of any of them, those that are gone too.\n`
  const waves = allWaves(corpus)
  const { id, endedAt } = waves.find(({ label }) => label === wave)!
  const isLast = id === waves.at(-1)!.id
  return [
    `Wave '${wave}'${isLast ? `, the last of ${of}` : ` of ${of}`}${endedAt === null ? ', not finished yet' : ''}`,
    `; --wave takes another one, --wave ${everyWave} all together.\n`,
    new Set(waves.map(({ past }) => past === null)).size > 1
      ? 'Some waves are of the past, read from archives, and some of their own day: an archive keeps other pages than a crawl reads.\n'
      : '',
    leftOut(importedEdgeCount(corpus), 'imported edges are of no wave and left out'),
    leftOut(notKeptCount(corpus, id), 'hyperlinks are left out: it was not kept whether they were there then'),
  ].join('')
}

const leftOut = (count: number, sentence: string): string => (count === 0 ? '' : `${count} ${sentence}.\n`)
