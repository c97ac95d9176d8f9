import { describe, expect, it } from 'vitest'
import { gatherFindings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { changingCorpus, planted } from '../analysis/change/planted-change.ts'

/**
 * The section Through time of the planted web, read from the report as it is printed, and each of its numbers: counted by hand from
 * `planted` (the tables below say how), or drawn at random, which only their bounds can hold. Nothing else of it has a digit.
 */

// Ties of the three waves, and who read whom: kept, gone … by eye.
//   1: f1→u1 f1→f2 f2→f1 f3→f1 f3→u3 u1→u3 u2→u1 u3→u1        f4 not read
//   2: f1→u1 f1→f2 f2→f1 f2→u1 f3→f1 f4→u1 u1→u3 u2→u1        all read, u3 cites nobody
//   3:       f1→f2 f2→f1 f2→u1       f3→u1 u1→u3 u2→u1 u3→u1  f4 not read
const [one, two, three] = planted.days

/** Sites read, not read, ties. */
const waves = { [one]: [6, 1, 8], [two]: [7, 0, 8], [three]: [6, 1, 7] }

/**
 * E-I index: ties across borders less those inside, over all. Asymmetry: all go from France to the United States. Reciprocity: ties
 * of pairs that cite both ways. Density: over the pairs that begin in a site read (6 · 6, 7 · 6, 6 · 6).
 */
const series = {
  [one]: [-4 / 8, 1, -4 / 8, 4 / 8, 8 / 6, 8 / 36],
  [two]: [-2 / 8, 1, -2 / 8, 2 / 8, 8 / 7, 8 / 42],
  [three]: [-3 / 7, 1, -3 / 7, 4 / 7, 7 / 6, 7 / 36],
}
/** Without f4: 6 · 5 pairs; the second wave loses f4→u1. */
const panel = {
  [one]: [-4 / 8, 1, -4 / 8, 4 / 8, 8 / 6, 8 / 30],
  [two]: [-3 / 7, 1, -3 / 7, 2 / 7, 7 / 6, 7 / 30],
  [three]: [-3 / 7, 1, -3 / 7, 4 / 7, 7 / 6, 7 / 30],
}

/** Pairs looked at in both (of f1 f2 f3 to six others, u1 u2 u3 likewise), Jaccard, Hamming, unknown. */
const steps = [
  [36, 6 / 9, 3, 1],
  [15, 5 / 6, 1, 0],
  [21, 1 / 3, 2, 1],
  [36, 5 / 9, 4, 1],
  [15, 4 / 6, 2, 0],
  [21, 1 / 3, 2, 1],
]

/** Kept, gone, born, reborn, unknown, gone of those kept or gone, from the second wave to the third. */
const became = [
  [5, 2, 1, 1, 1, 2 / 7],
  [4, 1, 0, 1, 0, 1 / 5],
  [1, 1, 1, 0, 1, 1 / 2],
  [1, 1, 1, 0, 1, 1 / 2],
  [0, 0, 0, 0, 0, null],
]

/**
 * Ties ever seen, seen to end, of unknown age (there at the first look). Days from 22 April 2012 to 23 April 2017: 1,827; to 10 April
 * 2022: 3,640; f2→u1 was watched for 1,813. Of eight lives that tell, two ended by 1,827 days and two by 3,640. Kaplan and Meier's
 * have f2→u1 at risk at the middle of the first stretch: 7 of 9, then 4 of 6.
 */
const survival = [
  [11, 4, 9, 1813, 1827, 6 / 8, 7 / 9],
  [null, null, null, 1827, 3640, 4 / 8, (7 / 9) * (4 / 6)],
  [6, 2, 6, 0, 1827, 5 / 6, 5 / 6],
  [null, null, null, 1827, 3640, 4 / 6, 4 / 6],
  [5, 2, 3, 1813, 1827, 1 / 2, 2 / 3],
  [null, null, null, 1827, 3640, 0, 0],
  [9, 2, 7, 1827, 3640, 4 / 6, 4 / 6],
  [2, 2, 2, 0, 1827, 0, 0],
]

/** Community, the one it is like, share of sites in common among those read in both, sites. */
const communities = [
  [1, null, null, 3],
  [2, null, null, 3],
  [1, 1, 1, 3],
  [2, 2, 1, 4],
  [1, 1, 2 / 3, 2],
  [2, 2, 3 / 4, 4],
]

/** Paths from abroad through u3 (f3→u3→u1), and through u1 (f→u1→u3). */
const gatekeepers = [
  ['u3', 1, 0],
  ['u1', 1, 3],
  ['u1', 3, 2],
]

/** u1 is cited by f1 and f4 since nobody knows when; surely before f2 came one, before f3 three. */
const arrivals = [
  ['f1', 1],
  ['f4', 1],
  ['f2', 2],
  ['f3', 4],
]

const languages = ['en', 'fr'] as const
type Language = (typeof languages)[number]

function sectionOf(language: Language): string {
  const told = gatherFindings(readStudy(changingCorpus(), 'web'))
  const report = reportFiles(told, speakReport(language, told)).find(([name]) => name === 'report.md')![1]
  return /\n## [^\n]+ \{#waves\}\n([^]*?)\n## /.exec([...report].join(''))![1]!
}

/** Tables in their order: rows of cells, without the head. */
function tablesOf(section: string): string[][][] {
  const blocks = section.split('\n\n').filter(block => block.startsWith('| '))
  const cells = (line: string): string[] =>
    line
      .slice(2, -2)
      .split(' | ')
      .map(cell => cell.trim())
  return blocks.map(block => block.trim().split('\n').slice(2).map(cells))
}

/** A cell as a number, of either language: '−0,429 [−1,000 ; 1,000]', '1,827' in English, '29 %'; null for an empty one, or words. */
function numberOf(cell: string, language: Language): number | null {
  const plain = cell.replace(/ ?\[[^[\]]*\]$/, '').replaceAll('−', '-')
  const own = language === 'fr' ? plain.replaceAll(/[\u00a0\u202f]/g, '').replace(',', '.') : plain.replaceAll(',', '')
  const found = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(own)
  return found === null ? null : Number(found[1]) / (found[2] === '%' ? 100 : 1)
}

/** Whether a printed cell is the number: to the last digit printed. */
function expectCells(cells: readonly string[], numbers: readonly (number | null)[], language: Language): void {
  const own = cells.map(cell => numberOf(cell, language))
  expect(own.length, cells.join(' | ')).toBe(numbers.length)
  for (const [at, number] of numbers.entries())
    if (number === null) expect(own[at], cells.join(' | ')).toBe(null)
    else
      expect(Math.abs(own[at]! - number), cells.join(' | ')).toBeLessThanOrEqual(/%/.test(cells[at]!) ? 0.005 : 0.0005)
}

/** [low; high] around the value. */
function expectAround(cell: string, language: Language): void {
  const inside = /\[([^[\]]*)\]$/.exec(cell)?.[1]
  if (inside === undefined) return
  const [low, high] = inside.split(';').map(part => numberOf(part.trim(), language))
  const value = numberOf(cell, language)!
  expect([low! <= value, value <= high!], cell).toEqual([true, true])
}

/** Paragraphs, list items and captions that have a number, beside the tables; each is known here by its beginning. */
const withNumbers: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /^The corpus has 3 waves\. /,
    /^In brackets the interval in which 95 of 100 .*\(Snijders & Borgatti 1999\)/,
    /^!\[E-I index: 2012-04-22 −0\.50, 2017-04-23 −0\.43, 2022-04-10 −0\.43; Asymmetry, France → United States: 2012-04-22 1\.00, 2017-04-23 1\.00, 2022-04-10 1\.00\]/,
    /^On what every wave looked at, no measure moves .* leaves 0 out/,
    /^Jaccard is .* From 0\.3 on, .* below 0\.2 /,
    /^The scope was visited more than once\. From wave 2017-04-23 to wave 2022-04-10 .* 404 or 410/,
    /^Time runs .* Turnbull’s \(1976\)/,
    /^- Inside a country or across borders: p = 0\.\d+ .*, 0\.\d+ among all \(1,000 dealings\); log-rank for intervals, z = −\d\.\d\d\.\n- By place on the page: p = 0\.\d+ .*, 0\.\d+ among all \(1,000 dealings\); log-rank for intervals, z = −\d\.\d\d\.$/,
    /^The test is Sun’s log-rank for intervals \(Fay & Shaw 2010\)/,
    /^Communities are searched .* more than 30% .*\(Greene, Doyle & Cunningham 2010\)/,
    /^A gatekeeper .*\(Gould & Fernandez 1989\)/,
  ],
  fr: [
    /^Le corpus compte 3 vagues\. /,
    /^Entre crochets, l’intervalle où tombent 95 valeurs sur 100 .*\(Snijders & Borgatti 1999\)/,
    /^!\[Indice E-I[\u00a0\u202f]: 2012-04-22 −0,50, 2017-04-23 −0,43, 2022-04-10 −0,43[\u00a0\u202f]; Asymétrie, France → États-Unis[\u00a0\u202f]: 2012-04-22 1,00, 2017-04-23 1,00, 2022-04-10 1,00\]/,
    /^Sur ce que toutes les vagues ont regardé, aucune mesure ne change .* exclue 0/,
    /^Jaccard est .* À partir de 0,3, .* sous 0,2 /,
    /^Le périmètre a été visité plus d’une fois\. De la vague 2017-04-23 à la vague 2022-04-10, .* 404 ou 410/,
    /^Le temps court .* Turnbull \(1976\)/,
    /^- Internes à un pays ou par-delà les frontières[\u00a0\u202f]: p = 0,\d+ .*, 0,\d+ parmi tous \(1[\u00a0\u202f]000 tirages\)[\u00a0\u202f]; log-rank pour intervalles, z = −\d,\d\d\.\n- Selon la place dans la page[\u00a0\u202f]: p = 0,\d+ .*, 0,\d+ parmi tous \(1[\u00a0\u202f]000 tirages\)[\u00a0\u202f]; log-rank pour intervalles, z = −\d,\d\d\.$/,
    /^Le test est le log-rank de Sun pour intervalles \(Fay & Shaw 2010\)/,
    /^Les communautés sont cherchées .* plus de 30[\u00a0\u202f]% .*\(Greene, Doyle & Cunningham 2010\)/,
    /^Un portier .*\(Gould & Fernandez 1989\)/,
  ],
}

describe.each(languages)('the section Through time, in the language %s', language => {
  let known = ''
  /** Made by the first test that asks: a corpus lives as long as a test. */
  const section = (): string => (known ||= sectionOf(language))
  const tables = (): string[][][] => tablesOf(section())
  const rest = (rows: readonly string[][], from: number): string[][] => rows.map(row => row.slice(from))

  it('has nine tables, whose numbers are those counted by hand', () => {
    expect(tables().map(({ length }) => length)).toEqual([3, 3, 3, 6, 5, 8, 6, 3, 4])
    const [ofWaves, ofSeries, ofPanel, ofSteps, ofLast, ofLives, ofCommunities, ofGatekeepers, ofArrivals] = tables()
    for (const [at, day] of planted.days.entries()) {
      expect([ofWaves![at]![0], ofSeries![at]![0], ofPanel![at]![0]]).toEqual([day, day, day])
      expectCells(ofWaves![at]!.slice(2), waves[day]!, language)
      expectCells(ofSeries![at]!.slice(1), series[day]!, language)
      expectCells(ofPanel![at]!.slice(1), panel[day]!, language)
    }
    expect(ofSteps!.map(([from, to]) => [from, to])).toEqual([
      ...[0, 1, 2].map(() => [one, two]),
      ...[0, 1, 2].map(() => [two, three]),
    ])
    for (const [at, row] of rest(ofSteps!, 3).entries()) expectCells(row, steps[at]!, language)
    for (const [at, row] of rest(ofLast!, 1).entries()) expectCells(row, became[at]!, language)
    for (const [at, [, count = '', ended = '', old = '', days = '', turnbull = '', meier = '']] of ofLives!.entries())
      expectCells(
        [count, ended, old, ...days.split(language === 'en' ? ' to ' : ' à '), turnbull, meier],
        survival[at]!,
        language,
      )
    for (const [at, row] of rest(ofCommunities!, 1).entries())
      expectCells([row[0]!, row[2]!, row[3]!, row[4]!], communities[at]!, language)
    const siteOf = (cell: string): string => /^\[(\w+)\]\(<http:\/\/\1\.example\/>\)$/.exec(cell)![1]!
    expect(ofGatekeepers!.map(([site, , , , before, after]) => [siteOf(site!), Number(before), Number(after)])).toEqual(
      gatekeepers,
    )
    expect(ofArrivals!.map(([cited, place, citing]) => [siteOf(cited!), siteOf(citing!), Number(place)])).toEqual(
      arrivals.map(([citing, place]) => ['u1', citing, place]),
    )
  })

  it('has intervals that lie around their values', () => {
    for (const row of tables().flat()) for (const cell of row) expectAround(cell, language)
  })

  it('has no other number than those of its sentences, each of which is known', () => {
    const blocks = section()
      .split('\n\n')
      .map(block => block.trim())
      .filter(block => !block.startsWith('| ') && !block.startsWith('*Sources') && /\d/.test(block))
    expect(blocks.map((block, at) => (withNumbers[language][at]?.test(block) === true ? at : block))).toEqual([
      ...withNumbers[language].keys(),
    ])
  })

  it('says of each site and community what the waves show', () => {
    const words = {
      en: { first: 'seen in the first wave', continues: 'continues', stopped: 'stopped', stayed: 'stayed one' },
      fr: { first: 'vue dans la première vague', continues: 'continue', stopped: 'a cessé', stayed: 'l’est resté' },
    }[language]
    expect(tables()[6]!.map(row => row[2])).toEqual([words.first, words.first, ...Array(4).fill(words.continues)])
    expect(tables()[7]!.map(row => row[3])).toEqual([words.stopped, words.stayed, words.stayed])
    const came = {
      en: ['by 22 April 2012, since when is unknown', 'by 23 April 2017, since when is unknown', 'after 22 April 2012, by 23 April 2017', 'after 23 April 2017, by 10 April 2022'],
      fr: ['au plus tard le 22 avril 2012, on ne sait depuis quand', 'au plus tard le 23 avril 2017, on ne sait depuis quand', 'après le 22 avril 2012, au plus tard le 23 avril 2017', 'après le 23 avril 2017, au plus tard le 10 avril 2022'],
    }[language] // prettier-ignore
    expect(tables()[8]!.map(row => row[3])).toEqual(came)
  })
})
