import { keepPlaces } from '#data/store/map/colours.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type RowAttributes, joinAttributes } from '#data/store/import/join-attributes.ts'
import type { Steps } from '#data/store/import/write-in-steps.ts'
import { knownNames } from '#data/store/entities/known-names.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { version } from '#data/command/version.ts'
import type { ImportedNode } from './imported-network.ts'
import type { AttributesReport, RowName } from './import-report.ts'
import { matchNodes, type NodeMatches } from '#data/entity/match-nodes.ts'
import type { ImportJob } from './network-steps.ts'

type Outcome = Omit<AttributesReport, 'corpus' | 'format'>

/** Joins the rows of a table to the entities that the corpus has, as one event; makes none. */
export function* attributesSteps({ corpus, network, input, now }: ImportJob): Steps<Outcome> {
  yield 'entities'
  keepPlaces(corpus)
  const matches = matchNodes(network.nodes, knownNames(corpus))
  yield 'attributes'
  const joined = storeMatches(corpus, matches, { file: input.file, hash: input.hash, format: network.format, now })
  const matched = { id: 0, address: 0, name: 0 }
  for (const { by } of matches.matched) matched[by] += 1
  return {
    kind: 'attributes',
    changed: joined.event !== null,
    rows: network.nodes.length,
    matched,
    unmatched: matches.unmatched.map(rowName),
    ambiguous: matches.ambiguous.map(({ node, entities }) => ({ ...rowName(node), entities })),
    tags: joined.tags,
    remarks: [...network.remarks, ...remarksOf(network.edges.length, joined.differing)],
  }
}

const rowName = ({ line, id, label, homepage }: ImportedNode): RowName => ({ line, name: label || homepage || id })

interface Source {
  readonly file: string
  readonly hash: string
  readonly format: string
  readonly now: number
}

function storeMatches(corpus: Corpus, { matched }: NodeMatches<ImportedNode>, { file, hash, format, now }: Source) {
  const runId = beginRun(
    corpus,
    { command: 'import', options: { format, as: 'attributes' }, version, input: file, inputHash: hash },
    now,
  )
  const rows = matched.map(({ node, entity }): RowAttributes => ({ entity, ...node }))
  const joined = joinAttributes(corpus, { actor: 'import', reason: file, now }, rows)
  endRun(corpus, runId, 'done', now)
  return joined
}

function remarksOf(edges: number, differing: number): readonly string[] {
  return [
    ...(edges > 0 ? [`${edges} ties were left out: only attributes were asked for.`] : []),
    ...(differing > 0 ? [`${differing} values of country, kind or status differ from the corpus', which stay.`] : []),
  ]
}
