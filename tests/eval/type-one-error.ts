// npm run eval:chance [-- graphs runs]: random graphs, directed and undirected, analysed as a study is. How often is a measure
// called strange that has nothing strange? Exit code 1 when a measure is, beyond what 5 % can give (99.9 % binomial bound).
import type { SiteGraph } from '#data/records.ts'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import { benjaminiHochberg } from '#graph/analysis/nulls/benjamini-hochberg.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'
import { siteOf } from '#tests/graph/analysis/site.ts'

const [graphs = 200, runs = 99] = process.argv.slice(2).map(Number)
const [sites, ties] = [40, 90]
const level = 0.05

function drawGraph(random: Random, isUndirected: boolean): SiteGraph {
  const name = (node: number) => `s${String(node).padStart(2, '0')}`
  const pairs = new Set<string>()
  while (pairs.size < (isUndirected ? 2 : 1) * ties) {
    const [a, b] = [random.int(sites), random.int(sites)]
    if (a === b) continue
    pairs.add(`${name(a)}>${name(b)}`)
    if (isUndirected) pairs.add(`${name(b)}>${name(a)}`)
  }
  const countries = Object.fromEntries(
    Array.from({ length: sites }, (_, node) => [name(node), { country: random.int(2) === 0 ? 'FR' : 'US' }]),
  )
  const site = siteOf([...pairs].join(' '), countries)
  return isUndirected ? { ...site, ties: 'undirected' } : site
}

/** Least count that fewer than one in a thousand samples of `trials` would exceed, each a hit with chance `chance`. */
function binomialBound(trials: number, chance: number): number {
  let term = (1 - chance) ** trials
  let below = term
  let count = 0
  while (below < 0.999) {
    term *= ((trials - count) / (count + 1)) * (chance / (1 - chance))
    below += term
    count++
  }
  return count
}

const bound = binomialBound(graphs, level)
let isWithin = true
for (const isUndirected of [false, true]) {
  const strange = new Map<string, number>()
  let told = 0
  for (let at = 0; at < graphs; at++) {
    const site = drawGraph(createRandom(`chance ${isUndirected ? 'undirected' : 'directed'} ${at}`), isUndirected)
    const { graphValues } = await analyseGraph(site, { runs, seed: at + 1, workers: 1 })
    const tests = graphValues.filter(({ p, group }) => p !== null && (group === '' || group === 'country'))
    for (const { measure, null: model, p } of tests)
      strange.set(`${measure} (${model})`, (strange.get(`${measure} (${model})`) ?? 0) + (p! <= level ? 1 : 0))
    // The table of the whole network, as the report corrects it.
    const whole = tests.filter(
      ({ measure, group }) => group === '' && !measure.startsWith('triad_') && !measure.startsWith('mrqap_'),
    )
    if (benjaminiHochberg(whole.map(({ p }) => p)).some(q => q !== null && q <= level)) told++
  }
  process.stdout.write(
    `\n${graphs} random ${isUndirected ? 'undirected' : 'directed'} graphs of ${sites} sites and ${ties} ties, ${runs} null runs; at most ${bound} by chance\n`,
  )
  process.stdout.write(`told "more" or "less" of the whole network, corrected: ${told}\n`)
  for (const [name, count] of [...strange].sort(([, a], [, b]) => b - a)) {
    process.stdout.write(`${String(count).padStart(5)}  ${name}${count > bound ? '  ← too often' : ''}\n`)
    isWithin &&= count <= bound
  }
  isWithin &&= told <= bound
}
process.exitCode = isWithin ? 0 : 1
