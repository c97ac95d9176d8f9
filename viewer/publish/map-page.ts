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
import { storiesOf } from '#data/store/stories/stories.ts'
import type { Story } from '#data/story/story.ts'
import { chooseColumns } from './choose-columns.ts'
import { type AboutOptions, type PageAbout, pageAbout, pictureAddress } from './page-about.ts'
import { pageText } from './page-text.ts'
import { previewPicture } from './preview-picture.ts'
import { notesOnExplanations, publishedExplanations } from './published-explanations.ts'
import { answersOfChange } from './published-change.ts'
import { openedTies, pairOf } from './opened-ties.ts'
import { answersForStories, publishedStories } from './published-stories.ts'
import { pseudonymise } from './pseudonymise.ts'

interface PageOptions extends AboutOptions {
  readonly evidence?: boolean
  readonly columns?: string
  readonly pseudonyms?: boolean
  readonly stories?: string
}

/** The map as one file that opens in any browser, without a server and without a network. */
export const mapPage: PageFormat<string> = {
  name: 'html',
  extension: '.html',
  description: 'the map as one page that opens without a server',
  options: [
    new Option('--evidence', 'html: put the hyperlinks into the page, up to 50 source pages an edge'),
    new Option(
      '--stories <names>',
      'html: guided readings that the page takes along, with the hyperlinks of the ties that they quote or lead to; none: without (default: all)',
    ),
    new Option('--columns <list>', 'html: columns and tags that the page holds (default: all)'),
    new Option(
      '--pseudonyms',
      'html: numbers instead of names and addresses; no texts, no stories, no tags unless named',
    ),
    new Option(
      '--page-title <text>',
      'html: what the page is called (default: as its first story, else as the corpus)',
    ),
    new Option('--doi <doi>', 'html: the DOI of the page, in its metadata'),
    new Option('--edition <text>', 'html: the version of what is published, in its metadata'),
    new Option('--address <url>', 'html: where the page will be found; a picture for links to it is written beside it'),
  ],
  alsoTakes: ['author', 'license'],
  write: async (corpus, choice, options) => {
    const asked = options as PageOptions
    const data = publishedData(corpus, choice, asked)
    const about = pageAbout(data, asked, lastModified(corpus).slice(0, 10))
    const text = pageText(readClientFiles(await buildClient()), data, about)
    return {
      text,
      nodes: data.map.ids.length,
      edges: data.map.ties.source.length,
      ...(about.address !== '' && { beside: { extension: '.png', bytes: previewPicture(data.map) } }),
      notes: notesOn(corpus, data, asked, about),
    }
  },
}

/** What whoever publishes should know. */
function notesOn(corpus: Corpus, data: PublishedData, { pseudonyms }: PageOptions, about: PageAbout): string[] {
  const { stories = [] } = data
  const all = storiesOf(corpus)
  const quotes = (told: readonly Story[]): number =>
    told.reduce((sum, { steps }) => sum + steps.reduce((some, step) => some + step.quotes.length, 0), 0)
  const named = new Set(stories.map(({ story }) => story.name))
  const lost = quotes(all.filter(({ name }) => named.has(name))) - quotes(stories.map(({ story }) => story))
  const unopened = data.evidence === null && !pseudonyms ? openedTies(data.map, stories).leftOut : 0
  return [
    ...notesOnExplanations(data),
    ...(unopened > 0
      ? [`Of ${unopened} ties that guided readings lead to the page has no hyperlinks; with --evidence it has all.`]
      : []),
    ...(pseudonyms && all.length > 0 ? [`Left out, since they name the sites: guided readings (${all.length}).`] : []),
    ...(lost > 0
      ? [`Left out, since the corpus has them no longer or comments stay out: quotes of guided readings (${lost}).`]
      : []),
    ...(about.address === '' ? [] : [`The picture of links to the page is looked for at ${pictureAddress(about)}.`]),
  ]
}

/** What the page holds. @throws Mistake when evidence and pseudonyms are asked for together: sentences name people. */
export function publishedData(corpus: Corpus, choice: ExportChoice, options: PageOptions): PublishedData {
  if (options.evidence && options.pseudonyms)
    throw new Mistake('--evidence and --pseudonyms exclude each other: hyperlinks name the sites; expected one of them')
  if (options.pseudonyms && (options.stories ?? 'none') !== 'none' && options.stories !== '')
    throw new Mistake('--stories and --pseudonyms exclude each other: stories name the sites; expected one of them')
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
  const title = (options.pageTitle ?? '').trim()
  if (options.pseudonyms) return { map: pseudonymise(map), evidence: null, quoted: {}, stories: [], answers: {}, title }
  const { comments = true } = choice
  const stories = publishedStories(corpus, {
    comments,
    ...(options.stories !== undefined && { stories: options.stories }),
  })
  const evidence = evidenceReader(corpus, map, choice)
  const ends = map.ties.source.map((from, tie) => [map.ids[from]!, map.ids[map.ties.target[tie]!]!] as const)
  const { pairs } = openedTies(map, stories)
  return {
    map,
    evidence: options.evidence ? ends.map(evidence) : null,
    quoted: options.evidence
      ? {}
      : Object.fromEntries(
          ends.filter(pair => pairs.has(pairOf(...pair))).map(pair => [pairOf(...pair), evidence(pair)]),
        ),
    stories,
    explained: publishedExplanations(corpus, map, { choice, evidence: options.evidence ?? false }),
    answers: { ...answersOfChange(corpus, whole), ...answersForStories(corpus, whole, stories) },
    title,
  }
}

const pagesPerTie = 50

/** Reads the hyperlinks of a tie: those that make it on the map. */
function evidenceReader(
  corpus: Corpus,
  { wave }: MapData,
  { zones, comments = true, written: asked }: ExportChoice,
): (ends: readonly [source: string, target: string]) => EvidenceData {
  const written = asked ?? analysedQuestion(lastAnalysis(corpus)).written
  const chosen = { comments, written, ...(isOneWave(wave) && { wave }) }
  const toldOf = toldOfTies(corpus)
  return ([source, target]) => {
    const links = linksBetweenEntities(corpus, source, target, zones, chosen)
    const told = toldOf.get(`${source} ${target}`)
    return {
      ...groupEvidence(links, { source, target, zone: undefined, offset: 0, limit: pagesPerTie }),
      ...(told && { told }),
    }
  }
}
