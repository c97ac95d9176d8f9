import { Option } from 'commander'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { toldOfTies } from '#data/store/graph/told-of-ties.ts'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import { lastModified } from '#data/store/base/corpus-dates.ts'
import type { ExportChoice } from '#graph/exchange/export-corpus.ts'
import type { PageFormat } from '#graph/export-command.ts'
import { writeWrittenRange } from '#data/written-range.ts'
import { isOneWave } from '#data/vocabulary/every-wave.ts'
import type { EvidenceData } from '../protocol/evidence.ts'
import type { MapData } from '../protocol/map.ts'
import type { PublishedData } from '../protocol/published.ts'
import { buildClient } from '../server/build-client.ts'
import { readClientFiles } from '../server/client-files.ts'
import { groupEvidence } from '../server/group-evidence.ts'
import { readMapData } from '../server/read-map-data.ts'
import { chooseColumns } from './choose-columns.ts'
import { pageText } from './page-text.ts'
import { pseudonymise } from './pseudonymise.ts'

interface PageOptions {
  readonly evidence?: boolean
  readonly columns?: string
  readonly pseudonyms?: boolean
}

/** The map as one file that opens in any browser, without a server and without a network. */
export const mapPage: PageFormat<string> = {
  name: 'html',
  extension: '.html',
  description: 'the map as one page that opens without a server',
  options: [
    new Option('--evidence', 'html: put the hyperlinks into the page, up to 50 source pages an edge'),
    new Option('--columns <list>', 'html: columns and tags that the page holds (default: all)'),
    new Option('--pseudonyms', 'html: numbers instead of names and addresses; no texts, no tags unless named'),
  ],
  write: async (corpus, choice, options) => {
    const data = publishedData(corpus, choice, options as PageOptions)
    const text = pageText(readClientFiles(await buildClient()), data)
    return { text, nodes: data.map.ids.length, edges: data.map.ties.source.length }
  },
}

/** What the page holds. @throws Mistake when evidence and pseudonyms are asked for together: sentences name people. */
export function publishedData(corpus: Corpus, choice: ExportChoice, options: PageOptions): PublishedData {
  if (options.evidence && options.pseudonyms)
    throw new Mistake('--evidence and --pseudonyms exclude each other: hyperlinks name the sites; expected one of them')
  const modified = Date.parse(lastModified(corpus))
  const whole = readMapData({ corpus, title: choice.title, now: () => modified }, choice)
  const map = chooseColumns(
    // The same corpus and seed give the same bytes, however often and whenever they were analysed.
    {
      ...whole,
      analysis: whole.analysis && { ...whole.analysis, id: 1, at: null },
      ...(choice.written && { written: writeWrittenRange(choice.written) }),
    },
    options.columns?.split(',').map(name => name.trim()) ?? null,
    options.pseudonyms ?? false,
  )
  if (options.pseudonyms) return { map: pseudonymise(map), evidence: null }
  return { map, evidence: options.evidence ? evidenceOf(corpus, map, choice) : null }
}

const pagesPerTie = 50

function evidenceOf(
  corpus: Corpus,
  { ids, ties, wave }: MapData,
  { zones, comments = true, written: asked }: ExportChoice,
): EvidenceData[] {
  // Of the hyperlinks that make the ties of the map.
  const written = asked ?? analysedQuestion(lastAnalysis(corpus)).written
  const chosen = { comments, written, ...(isOneWave(wave) && { wave }) }
  const toldOf = toldOfTies(corpus)
  return ties.source.map((from, tie) => {
    const [source, target] = [ids[from]!, ids[ties.target[tie]!]!]
    const links = linksBetweenEntities(corpus, source, target, zones, chosen)
    const told = toldOf.get(`${source} ${target}`)
    return {
      ...groupEvidence(links, { source, target, zone: undefined, offset: 0, limit: pagesPerTie }),
      ...(told && { told }),
    }
  })
}
