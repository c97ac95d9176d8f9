import type { Evidence } from '#data/store/evidence/evidence.ts'
import { link, type Prose, theirs } from '#data/vocabulary/words/prose.ts'
import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { SaidPart } from '../findings/said-words.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { groupName, type Telling } from './telling.ts'

/** The words of each direction and of each wave, with sentences to read. */
export function tellSaidWords({ findings: { saidWords }, speech }: Telling): ReportBlock[] {
  const told = speech.words.saidWords
  if (saidWords === null) return []
  return [
    paragraph(told.lead),
    ...saidWords.languages.flatMap(({ language, directions, waves }): ReportBlock[] => [
      heading(3, [told.languages[language]]),
      ...directions.flatMap(part => partBlocks(part, [groupName(speech, `country:${part.part}`)], speech)),
      ...(waves.length === 0
        ? []
        : [
            paragraph(told.waves),
            ...waves.flatMap(part => partBlocks({ ...part, quotes: [] }, told.wave([theirs(part.part)]), speech)),
          ]),
    ]),
  ]
}

function partBlocks({ words, specific, quotes }: SaidPart, name: Prose, speech: ReportSpeech): ReportBlock[] {
  const told = speech.words.saidWords
  return [
    heading(4, name),
    paragraph(told.size(words), specific.length === 0 ? told.nothing : []),
    ...(specific.length === 0
      ? []
      : [
          table([told.table], specific, [
            text(told.word, ({ term }) => theirs(term)),
            numbers(told.times, ({ f }) => f),
            numbers(told.sites, ({ sites }) => sites),
            numbers(told.score, ({ score }) => score),
          ]),
        ]),
    ...(quotes.length === 0 ? [] : [{ kind: 'quotes' as const, items: quotes.map(quote => quoteOf(quote, speech)) }]),
  ]
}

function quoteOf({ context, anchor, source, target, sourceUrl, zone, pageTitle }: Evidence, { words }: ReportSpeech) {
  const page = link(sourceUrl, [pageTitle === '' ? words.edgesSection.untitled : theirs(pageTitle)])
  return {
    words: [theirs(context || anchor)],
    place: words.edgesSection.place(page, words.zones.names[zone], words.edgesSection.cites([theirs(source)], [theirs(target)]), []), // prettier-ignore
  }
}
