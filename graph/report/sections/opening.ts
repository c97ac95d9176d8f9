import { type Block, list, note, paragraph } from '../document/block.ts'
import { code, joined, type Prose } from '../document/prose.ts'
import { findTest } from '../findings/tests.ts'
import { siteName, type Telling, verdictOf } from './telling.ts'

/** What the report is, and what a reader must know before believing it. */
export function tellOpening({ findings, speech: { words } }: Telling): Block[] {
  const { analysed, stale, crawled, observed, unobserved, network } = findings
  return [
    paragraph(words.intro),
    ...(network.nodes.value === 0 ? [note(words.empty)] : []),
    ...(analysed ? [] : [note(words.notAnalysed)]),
    ...(stale ? [note(words.stale)] : []),
    ...(crawled
      ? []
      : [
          note(words.notCrawled),
          ...(observed.imports.length > 0 ? [imports(observed.imports, words.observed.imports)] : []),
        ]),
    ...(unobserved.pending.value > 0 ? [note(words.pending(unobserved.pending))] : []),
  ]
}

const imports = (files: readonly string[], say: (files: Prose) => Prose): Block =>
  paragraph(
    say(
      joined(
        files.map(file => [code(file)]),
        ', ',
      ),
    ),
  )

/** The findings in a few sentences, each with its null where it has one. */
export function tellSummary(telling: Telling): Block[] {
  const sentences = [size, read, reciprocity, closure, asymmetry, half, communities, cited].map(tell => tell(telling))
  return [list(sentences.filter(sentence => sentence.length > 0))]
}

type Tell = (telling: Telling) => Prose

const size: Tell = ({ findings: { network }, speech: { words } }) =>
  network.nodes.value === 0 ? [] : words.summary.size(network.nodes, network.edges, network.alone)

const read: Tell = ({ findings, speech: { words } }) => {
  const fetched = findings.observed.pages.find(({ state }) => state === 'fetched')?.pages
  return fetched === undefined
    ? []
    : words.summary.read(fetched, findings.unobserved.crawled, findings.unobserved.unreadShare)
}

const reciprocity: Tell = ({ findings: { network }, speech }) => {
  const test = findTest(network.whole, 'reciprocity', '', 'rewire')
  const verdict = verdictOf(speech, test)
  return test?.value && verdict ? speech.words.summary.reciprocity(test.value, verdict.verdict, verdict.against) : []
}

const closure: Tell = ({ findings: { exchange }, speech }) => {
  const test = findTest(exchange?.closure ?? [], 'ei_index', 'country', 'permute')
  const verdict = verdictOf(speech, test)
  return test?.value && verdict ? speech.words.summary.closure(test.value, verdict.verdict, verdict.against) : []
}

const asymmetry: Tell = ({ findings: { exchange }, speech }) => {
  const pair = exchange?.pair
  if (!pair) return []
  const { summary } = speech.words
  const test = pair.asymmetry.find(each => each.null === 'permute')
  const verdict = verdictOf(speech, test)
  const counts = summary.asymmetry(speech.country(pair.one), speech.country(pair.other), pair.there, pair.back)
  return test?.value && verdict
    ? [...counts, ...summary.asymmetryTest(test.value, verdict.verdict, verdict.against)]
    : counts
}

const half: Tell = ({ findings: { carriers }, speech }) =>
  (carriers?.crossings ?? [])
    .slice(0, 1)
    .flatMap(({ half: fewest, citing, from, to, sites }) =>
      fewest === null || citing.value < 2
        ? []
        : speech.words.summary.half(fewest, sites, speech.country(from), speech.country(to)),
    )

const communities: Tell = ({ findings, speech }) => {
  const test = findTest(findings.network.whole, 'modularity', '', 'rewire')
  const verdict = verdictOf(speech, test)
  if (findings.communities === null || !test?.value || !verdict) return []
  const nmi = findTest(findings.network.whole, 'community_nmi', '')?.value
  const { summary } = speech.words
  return [
    ...summary.communities(findings.communities.count, test.value, verdict.verdict, verdict.against),
    ...(nmi ? summary.agreement(nmi) : []),
  ]
}

const cited: Tell = ({ findings: { cited: found }, speech: { words } }) => {
  const names = found.all.slice(0, 3).map(({ site, citing }) => words.summary.citedBy(siteName(site), citing))
  return names.length === 0 ? [] : words.summary.cited(joined(names, ', '))
}
