import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import { cohensKappa } from '#graph/analysis/coders/cohens-kappa.ts'
import { accuracy, confusion, macroF1, scores } from './agreement.ts'
import { answers, heldOutSites, readLabels, siteOfPage, type Answer, type LabelledLink } from './labelled-links.ts'

type Pair = readonly [Zone, Zone]

/**
 * Compares the classifier's zones with the labels. `--sites DIR`: folders of pages named for their hosts, or a folder
 * with them in `sites`. `--half`: `held-out` (default) for the figure to report, `tuning` to work with, which also lists
 * what is wrong there.
 */
function evaluate(directory: string, half: string): string {
  const isChosen = ofHalf(half)
  const found = answers(readLabels('labels.csv').filter(isChosen), directory)
  const second = answers(readLabels('second-reader.csv').filter(isChosen), directory)
  if (found === null || second === null)
    throw new Error(`the labelled pages are not in ${directory}: nothing evaluated`)
  const wrong = half === 'tuning' ? found.filter(({ label, said }) => label !== said).map(describe) : []
  return [...agreements(), report(found, half), '', bySecondReader(second), ...wrong].join('\n')
}

function ofHalf(half: string): (link: LabelledLink) => boolean {
  const heldOut = heldOutSites(readLabels('labels.csv'))
  return ({ page }) => heldOut.has(siteOfPage(page)) === (half === 'held-out')
}

/** How far labellings of the same links agree, each made without sight of the other. */
function agreements(): string[] {
  return [agreement('one reader, two passes', 'pass-2.csv'), agreement('two readers', 'second-reader.csv')]
}

function agreement(who: string, file: string): string {
  const second = readLabels(file)
  const pairs = readLabels('pass-1.csv').map(({ label }, at): Pair => [label, second[at]!.label])
  const apart = pairs.filter(([a, b]) => a !== b).length
  return `${who}: ${pairs.length} links, ${apart} apart, Cohen's kappa ${cohensKappa(pairs)?.toFixed(3)}`
}

function report(found: readonly Answer[], half: string): string {
  const pairs = pairsOf(found)
  const met = zones.filter(zone => pairs.flat().includes(zone))
  const pages = new Set(found.map(({ page }) => page)).size
  const sites = new Set(found.map(({ page }) => siteOfPage(page))).size
  return [
    `${half} half: ${pairs.length} links of ${pages} pages of ${sites} sites`,
    figures(pairs),
    '',
    table(pairs, met),
  ].join('\n')
}

/** By the labels of the reader who had no hand in the classifier, before anything was settled. */
const bySecondReader = (second: readonly Answer[]): string =>
  `by the second reader's labels as they were: ${figures(pairsOf(second))}`

const pairsOf = (found: readonly Answer[]): Pair[] => found.map(({ label, said }) => [label, said])

const figures = (pairs: readonly Pair[]): string =>
  `accuracy ${accuracy(pairs).toFixed(3)}  macro-F1 ${macroF1(pairs).toFixed(3)}`

/** Rows: labels; columns: what the program says. */
function table(pairs: readonly Pair[], met: readonly Zone[]): string {
  const counts = confusion(pairs, met)
  const head = ['label \\ said', ...met, 'precision', 'recall', 'F1']
  const rows = met.map(zone => {
    const { precision, recall, f1 } = scores(pairs, zone)
    return [zone, ...met.map(said => String(counts[zone][said])), ...[precision, recall, f1].map(rate)]
  })
  return [head, ...rows]
    .map(row => row.map((cell, at) => (at === 0 ? cell.padEnd(12) : cell.padStart(10))).join(''))
    .join('\n')
}

const rate = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(2))
const describe = ({ page, ordinal, label, said, place, href }: Answer): string =>
  `${label} not ${said}: ${page} ${ordinal} ${place} ${href.slice(0, 60)}`

const { values } = parseArgs({ options: { sites: { type: 'string' }, half: { type: 'string', default: 'held-out' } } })
if (values.sites === undefined || !['held-out', 'tuning'].includes(values.half)) {
  process.stderr.write('usage: npm run eval:zones -- --sites DIR [--half held-out|tuning]\n')
  process.exitCode = 2
} else
  try {
    const inner = join(values.sites, 'sites')
    process.stdout.write(`${evaluate(existsSync(inner) ? inner : values.sites, values.half)}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
