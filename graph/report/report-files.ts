import type { FolderMark } from '#data/table/write-when-whole.ts'
import type { NamedFile } from '#data/table/write-when-whole.ts'
import type { ReportBlock } from './document/block.ts'
import { numbersIn, type Section } from './document/sections.ts'
import { writeHtml } from './document/write-html.ts'
import { writeMarkdown } from './document/write-markdown.ts'
import type { Findings } from './findings/findings.ts'
import { tablesBehind } from './findings/num.ts'
import { tellBlocks } from './sections/blocks.ts'
import { tellBorders } from './sections/borders.ts'
import { tellCarriers } from './sections/carriers.ts'
import { tellCited } from './sections/cited.ts'
import { tellCommunities } from './sections/communities.ts'
import { tellObserved, tellUnobserved } from './sections/crawl.ts'
import { tellEdges, tellZones } from './sections/edges.ts'
import { tellMethod, tellReferences } from './sections/method.ts'
import { tellNetwork } from './sections/network.ts'
import { tellOpening, tellSummary } from './sections/opening.ts'
import { tellRobustness } from './sections/robustness.ts'
import { tellSaidWords } from './sections/said-words.ts'
import { tellTools } from './sections/tools.ts'
import { tellTime } from './sections/time.ts'
import { tellCodes } from './sections/waves-and-codes.ts'
import { tellSources } from './sections/sources.ts'
import type { Telling } from './sections/telling.ts'
import type { ReportWords } from '#data/vocabulary/words/report-words.ts'
import type { ReportSpeech } from './words/speech.ts'

type SectionId = Exclude<keyof ReportWords['sections'], 'sources'>

/** The sections in their order, each with when it has something to tell. */
const chapters: readonly (readonly [
  SectionId,
  (findings: Findings) => boolean,
  (telling: Telling) => ReportBlock[],
])[] = [
  ['summary', ({ network }) => network.nodes.value > 0, tellSummary],
  ['observed', ({ crawled }) => crawled, tellObserved],
  ['unobserved', ({ crawled }) => crawled, tellUnobserved],
  ['network', ({ network }) => network.nodes.value > 0, tellNetwork],
  ['borders', ({ network }) => network.edges.value > 0, tellBorders],
  ['carriers', ({ carriers }) => carriers !== null, tellCarriers],
  ['cited', ({ cited }) => cited.all.length > 0, tellCited],
  ['words', ({ saidWords }) => saidWords !== null, tellSaidWords],
  ['tools', ({ tools }) => tools !== null, tellTools],
  ['communities', ({ communities }) => communities !== null, tellCommunities],
  ['blocks', ({ blocks }) => blocks !== null, tellBlocks],
  ['zones', ({ zones }) => zones.length > 0, tellZones],
  ['edges', ({ network }) => network.nodes.value > 0, tellEdges],
  ['waves', ({ change, dates }) => change !== null || dates !== null, tellTime],
  ['codes', ({ codes }) => codes !== null, tellCodes],
  ['robustness', ({ robustness }) => robustness !== null, tellRobustness],
  ['method', () => true, tellMethod],
  ['references', () => true, tellReferences],
]

/** The file by which a folder with a report is known, written last. */
export const reportMark: FolderMark = {
  name: 'findings.json',
  head: /^\{\n "format": "toile-findings"/,
  own: /^figure-(?:mixing|stability|degrees|series|blocks|flows)\.svg$/,
}

/** The files of a report: the page, the same in Markdown, its figures, and the findings for machines. Deterministic. */
export function reportFiles(findings: Findings, speech: ReportSpeech): NamedFile[] {
  const telling: Telling = { findings, speech }
  const opening = tellOpening(telling)
  const told = chapters
    .filter(([, hasSome]) => hasSome(findings))
    .map(([id, , tell]): Section => ({ id, title: speech.words.sections[id], blocks: tell(telling) }))
  const inText = told.flatMap(({ blocks }) => blocks.flatMap(numbersIn)).map(({ from }) => from.table)
  // findings.json has numbers that the text does not tell: their questions are printed, too.
  const tables = new Set([...inText, ...tablesBehind(findings)])
  const sections = [
    ...told,
    { id: 'sources', title: speech.words.sections.sources, blocks: tellSources(telling, tables) },
  ]
  const figures = sections.flatMap(({ blocks }) => blocks.flatMap(block => (block.kind === 'figure' ? [block] : [])))
  return [
    ...figures.map(({ name, svg }): NamedFile => [`figure-${name}.svg`, [`${svg}\n`]]),
    ['report.md', [writeMarkdown(findings.title, opening, sections, speech)]],
    ['report.html', [writeHtml(findings.title, opening, sections, speech)]],
    ['findings.json', [`${JSON.stringify({ format: 'toile-findings', version: 1, ...findings }, undefined, 1)}\n`]],
  ]
}
