import type { Findings } from '../findings/findings.ts'
import { leastP } from '../findings/findings.ts'
import { num } from '../findings/num.ts'
import type { SiteRef } from '../findings/site-ref.ts'
import type { Test, TestVerdict } from '../findings/tests.ts'
import { graphCards } from '#graph/analysis/registry.ts'
import { around, joined, link, type Prose, prose, theirs } from '#data/vocabulary/words/prose.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import type { ReportSpeech } from '../words/speech.ts'

/** What every section is told from. */
export interface Telling {
  readonly findings: Findings
  readonly speech: ReportSpeech
}

/** A site by its name, linked to its homepage. */
export const siteName = ({ label, homepage }: Pick<SiteRef, 'label' | 'homepage'>): Prose =>
  link(homepage, [theirs(label)])

export const siteNames = (sites: readonly Pick<SiteRef, 'label' | 'homepage'>[]): Prose =>
  joined(sites.map(siteName), ', ')

/** Title of a graph measure in the language of the report; its name when the registry doesn't know it. */
export function measureTitle({ measure }: ReportSpeech, name: string): string {
  const card = graphCards.find(each => each.name === name)
  return card === undefined ? name : measure(card).title
}

/** How a value stands to chance, and what chance gives; null where there is no null model. */
export function judge(
  { words }: ReportSpeech,
  test: Test | undefined,
): { readonly verdict: Exclude<TestVerdict, 'untested'>; readonly against: Prose } | null {
  if (!test?.mean || !test.p || !test.runs) return null
  if (test.verdict === 'untested') return null
  const against = words.against(around(test.mean, test.sd), words.nulls[test.null], test.z, test.p, test.runs)
  return { verdict: test.verdict, against }
}

/** The sentence that says when "more" and "less" are said. */
export function readingNote({ words }: ReportSpeech, tests: readonly Test[]): Prose {
  const runs = tests.flatMap(test => test.runs ?? []).sort((a, b) => b.value - a.value)[0]
  return runs === undefined || runs.value === 0 ? [] : words.network.readingNote(leastP(runs), runs)
}

/** Value of an attribute as people read it. */
function valueName(speech: ReportSpeech, attribute: string, value: string): string {
  return attribute === 'country' ? speech.country(value) : value
}

/** 'France → United States' of 'country:FR>US'. */
export function groupName(speech: ReportSpeech, group: string): string {
  const [attribute = '', values = ''] = group.split(/:(.*)/s)
  const [from = '', to] = values.split('>')
  if (values === '') return speech.words.attributeNames[attribute] ?? attribute
  const name = valueName(speech, attribute, from)
  return to === undefined ? name : speech.words.arrow(name, valueName(speech, attribute, to))
}

/** What the weight of a tie counts: of ties that a file told, the file alone knows. */
export function weightMeaning({ findings: { choice, tieOrigin }, speech: { words } }: Telling): string {
  const told = words.weights[choice.weight]
  return choice.weight === 'binary' || tieOrigin !== 'both' ? told : `${told} ${words.weightOfFileToo}`
}

/** Of which wave the network is, where there are several. */
export function waveOfGraph({ findings: { graphWave, observed }, speech: { words } }: Telling): Prose {
  const labels = observed.waves.map(({ label }) => label)
  if (graphWave === null || labels.length < 2) return []
  const of = num(labels.length, { table: 'corpus:waves', take: 'rows' })
  if (graphWave === everyWave) return words.ofWave.all(of)
  return (graphWave === labels.at(-1) ? words.ofWave.last : words.ofWave.other)([theirs(graphWave)], of)
}

export const empty: Prose = prose``
