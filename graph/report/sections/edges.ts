import { archiveName } from '#data/vocabulary/archive-name.ts'
import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import { anchor, link, type Prose, share, theirs } from '#data/vocabulary/words/prose.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { ShownEvidence, StrongEdge } from '../findings/strong-edges.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { siteName, type Telling, weightMeaning } from './telling.ts'

/** What would count if only one place of the page did. */
export function tellZones({ findings: { zones }, speech: { words } }: Telling): ReportBlock[] {
  const told = words.zones
  return [
    paragraph(told.lead),
    table([told.table], zones, [
      text(told.zone, ({ zone }) => told.names[zone]),
      numbers(told.links, ({ links }) => links),
      numbers(told.edges, ({ edges }) => edges),
      numbers(told.only, ({ only }) => only),
      numbers(told.abroad, ({ abroad }) => abroad && share(abroad)),
    ]),
  ]
}

/** The strongest edges with some of their hyperlinks, each shown once. */
export function tellEdges(telling: Telling): ReportBlock[] {
  const { findings, speech } = telling
  const { edges } = findings
  const told = speech.words.edgesSection
  if (edges.all.length === 0) return [paragraph(told.none)]
  const above = new Set(edges.all.map(keyOf))
  const isUndirected = findings.network.undirected !== null
  return [
    paragraph([weightMeaning(telling)], told.lead),
    heading(3, [told.all]),
    ...edges.all.flatMap(edge => edgeBlocks(edge, speech, true, isUndirected)),
    heading(3, [told.abroad]),
    ...(edges.abroad.length === 0
      ? [paragraph(told.noneAbroad)]
      : edges.abroad.flatMap(edge => edgeBlocks(edge, speech, !above.has(keyOf(edge)), isUndirected))),
  ]
}

const keyOf = ({ source, target }: StrongEdge): string => `${source.id} ${target.id}`

function edgeBlocks(
  edge: StrongEdge,
  speech: ReportSpeech,
  withEvidence: boolean,
  isUndirected: boolean,
): ReportBlock[] {
  const told = speech.words.edgesSection
  const [source, target] = [siteName(edge.source), siteName(edge.target)]
  const facts =
    edge.links.value === 0
      ? told.importedFacts(edge.weight)
      : told.facts(edge.weight, edge.links, edge.pages, edge.answered)
  return [
    heading(4, isUndirected ? [...source, ' – ', ...target] : told.cites(source, target)),
    paragraph(
      facts,
      withEvidence ? [] : told.alsoAbove,
      edge.links.value > 0 && edge.evidence.length === 0 ? told.onlyComments : [],
    ),
    ...(withEvidence && edge.evidence.length > 0
      ? [{ kind: 'quotes' as const, items: edge.evidence.map(each => quote(each, speech)) }]
      : []),
  ]
}

function quote(evidence: ShownEvidence, speech: ReportSpeech): { words: Prose; place: Prose } {
  const { words, day } = speech
  const told = words.edgesSection
  const page = link(evidence.sourceUrl, [evidence.pageTitle === '' ? told.untitled : theirs(evidence.pageTitle)])
  const { memento, capturedAt } = evidence
  const date =
    memento !== ''
      ? link(memento, [told.archived(day(capturedAt), archiveName(memento))])
      : [
          evidence.pagePublished === ''
            ? told.seen(day(evidence.firstSeen))
            : told.published(day(evidence.pagePublished)),
        ]
  return {
    words: sentence(evidence, told.noAnchor),
    place: told.place(
      page,
      words.zones.names[evidence.zone],
      date,
      evidence.alike.value > 1 ? told.alike(evidence.alike) : [],
    ),
  }
}

/** The sentence with its anchor marked; the anchor alone when it has none. */
function sentence({ context, anchor: name, anchorAt, targetUrl }: ShownEvidence, noAnchor: string): Prose {
  const marked = link(targetUrl, [name === '' ? noAnchor : anchor(name)])
  if (context === '') return marked
  if (anchorAt < 0 || context.slice(anchorAt, anchorAt + name.length) !== name)
    return [theirs(context), ' — ', ...marked]
  const parts = [context.slice(0, anchorAt), context.slice(anchorAt + name.length)] as const
  return [...(parts[0] === '' ? [] : [theirs(parts[0])]), ...marked, ...(parts[1] === '' ? [] : [theirs(parts[1])])]
}
