import { parseArgs } from 'node:util'
import { zones, type Zone } from '../../../data/records.ts'
import { accuracy, confusion, kappa, macroF1, scores } from './agreement.ts'
import { answers, heldOutSites, readLabels, siteOfPage, type Answer } from './labelled-links.ts'

/**
 * Compares the classifier's zones with the labels. `--sites DIR`: folders of pages named for their hosts. `--half`:
 * `held-out` (default) for the figure to report, `tuning` to work with, which also lists what is wrong there.
 */
function evaluate(directory: string, half: string): string {
  const labels = readLabels('labels.csv')
  const heldOut = heldOutSites(labels)
  const chosen = labels.filter(({ page }) => heldOut.has(siteOfPage(page)) === (half === 'held-out'))
  const found = answers(chosen, directory)
  if (found === null) throw new Error(`the labelled pages are not in ${directory}: nothing evaluated`)
  const wrong = half === 'tuning' ? found.filter(({ label, said }) => label !== said).map(describe) : []
  return [twoPasses(), report(found, half), ...wrong].join('\n')
}

/** How far the two blind passes agree. */
function twoPasses(): string {
  const second = readLabels('pass-2.csv')
  const pairs = readLabels('pass-1.csv').map(({ label }, at) => [label, second[at]!.label] as const)
  const apart = pairs.filter(([a, b]) => a !== b).length
  return `two passes over ${pairs.length} links: ${apart} apart, Cohen's kappa ${kappa(pairs).toFixed(3)}`
}

function report(found: readonly Answer[], half: string): string {
  const pairs = found.map(({ label, said }) => [label, said] as const)
  const met = zones.filter(zone => pairs.flat().includes(zone))
  const pages = new Set(found.map(({ page }) => page)).size
  const sites = new Set(found.map(({ page }) => siteOfPage(page))).size
  return [
    `${half} half: ${pairs.length} links of ${pages} pages of ${sites} sites`,
    `accuracy ${accuracy(pairs).toFixed(3)}  macro-F1 ${macroF1(pairs).toFixed(3)}`,
    '',
    table(pairs, met),
  ].join('\n')
}

/** Rows: labels; columns: what the program says. */
function table(pairs: readonly (readonly [Zone, Zone])[], met: readonly Zone[]): string {
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
    process.stdout.write(`${evaluate(values.sites, values.half)}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
