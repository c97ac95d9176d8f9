import type { SiteGraph, SiteNode } from '#data/records.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { isoTime } from '#data/store/base/iso-time.ts'
import { tieChanges } from '#data/store/changes/tie-changes.ts'
import { allWaves, dayOf, type Wave } from '#data/store/frontier/waves.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { isUnjudged } from '#data/store/graph/coded-ties.ts'
import { readSiteEdges, readSiteGraph } from '#data/store/graph/site-graph.ts'
import { everyWave } from '#data/vocabulary/every-wave.ts'
import type { ExportEdge } from './model/export-model.ts'
import { tieKey, type WaveLayer } from './model/wave-layer.ts'

/** The graph of a wave (undefined: of all) as the export has it: its edges, and which of its nodes were not looked at. */
type GraphOf = (
  graph: SiteGraph,
  wave: string | undefined,
) => { readonly nodes: readonly SiteNode[]; readonly edges: readonly ExportEdge[] }

/** One layer for each wave; of a corpus without waves, or of the wave named, one alone. */
export function waveLayers(
  corpus: Corpus,
  question: GraphQuestion,
  named: string | undefined,
  graphOf: GraphOf,
): readonly WaveLayer[] {
  const waves = allWaves(corpus)
  const chosen = named === undefined ? waves : waves.filter(({ label }) => label === named)
  if (waves.length < 2 || named === everyWave) return [layerOf(corpus, question, graphOf, onlyWave(waves, named))]
  return chosen.map(wave => ({
    ...layerOf(corpus, { ...question, wave: wave.label }, graphOf, wave),
    unknown: unknownTies(corpus, question, wave, waves).union(unjudgedTies(corpus, { ...question, wave: wave.label })),
  }))
}

type Time = Pick<Wave, 'label' | 'startedAt' | 'endedAt'> & { readonly past?: Wave['past'] }

function onlyWave(waves: readonly Wave[], named: string | undefined): Time | undefined {
  const [first, ...others] = waves
  if (first === undefined) return undefined
  const { past, ...all } = { ...first, label: named ?? first.label, endedAt: others.at(-1)?.endedAt ?? first.endedAt }
  return others.length === 0 ? { ...all, past } : all
}

function layerOf(corpus: Corpus, question: GraphQuestion, graphOf: GraphOf, wave: Time | undefined): WaveLayer {
  const graph = readSiteGraph(corpus, question)
  const made = graphOf(graph, question.wave)
  return {
    label: wave?.label ?? '',
    started: isoTime(wave?.startedAt ?? null),
    ended: isoTime(wave?.endedAt ?? null),
    day: wave?.past === undefined ? '' : dayOf({ ...wave, past: wave.past }),
    edges: made.edges,
    unread: new Set(made.nodes.filter(node => node.unread).map(({ id }) => id)),
    pages: new Map(graph.nodes.map(({ id, pagesFetched }) => [id, pagesFetched])),
    unknown: unjudgedTies(corpus, question),
  }
}

/** In a graph of coded ties, those of which nobody knows whether they are such: not absent, either. */
function unjudgedTies(corpus: Corpus, { codes, ...question }: GraphQuestion): ReadonlySet<string> {
  if (codes === undefined) return new Set()
  const ties = readSiteEdges(corpus, question).filter(isUnjudged(corpus, codes))
  return new Set(ties.map(({ source, target }) => tieKey(source, target)))
}

/** Ties that the wave before or after knows and this one did not look at: not absent, as their pages were not read. */
function unknownTies(
  corpus: Corpus,
  { statuses, zones }: GraphQuestion,
  wave: Wave,
  waves: readonly Wave[],
): Set<string> {
  const at = waves.findIndex(({ id }) => id === wave.id)
  const pairs = [
    [waves[at - 1], wave, 'after'],
    [wave, waves[at + 1], 'before'],
  ] as const
  return new Set(
    pairs.flatMap(([from, to, side]) =>
      from === undefined || to === undefined
        ? []
        : tieChanges(corpus, { statuses, zones, from: from.id, to: to.id })
            .filter(change => change[side].state === 'unknown')
            .map(({ source, target }) => tieKey(source, target)),
    ),
  )
}
