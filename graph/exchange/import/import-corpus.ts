import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Mistake } from '#data/mistake.ts'
import type { Surroundings } from '#data/command/command.ts'
import { corporaFolder, corpusFile } from '#data/store/base/corpus-file.ts'
import type { Patience } from '#data/store/base/lock-corpus.ts'
import { hasEntities } from '#data/store/import/known-entities.ts'
import { openTarget } from '#data/store/import/open-target.ts'
import { writeInSteps } from '#data/store/import/write-in-steps.ts'
import { asFault, openCorpus } from '#data/store/base/open-corpus.ts'
import { attributesSteps } from './attributes-steps.ts'
import { chooseKind, type ImportKind } from './choose-kind.ts'
import { networkOf } from './import-from.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportedNetwork } from './imported-network.ts'
import { networkSteps } from './network-steps.ts'
import { type Input, readInput } from '../read/read-input.ts'

export interface ImportChoice {
  readonly path: string
  /** Undefined: made of the file's name; for attributes, the corpus written last. */
  readonly corpus: string | undefined
  /** Undefined: as the file looks. */
  readonly as: ImportKind | undefined
  /** Of a file that says when ties were there: a label, a moment, or `all`. Undefined: see chooseMoment. */
  readonly wave?: string
}

export interface ImportSurroundings {
  readonly cwd: string
  readonly env: Surroundings['env']
  readonly now: () => number
  /** Called between steps; may throw to stop, and nothing is written then. */
  readonly between: (step: string) => Promise<void>
  /** With a crawl that is at work on the corpus. */
  readonly patience?: Patience
}

/**
 * Makes a corpus of a file, or adds it to one: all or nothing, in one transaction.
 * @throws Mistake with every line that can't be used; Fault when the corpus can't be written.
 */
export async function importCorpus(choice: ImportChoice, around: ImportSurroundings): Promise<ImportReport> {
  await around.between('reading the file')
  const input = await readInput(choice.path)
  const network = networkOf(input, choice.wave)
  if (network.nodes.length === 0) throw new Mistake(`${network.nodesFile}:1: no site found, expected at least one`)
  const { kind, file } = chooseTarget(network, input, choice, around)
  try {
    return await writeImport(network, input, { kind, file }, around)
  } catch (error) {
    throw asFault(file, error)
  }
}

interface Target {
  readonly kind: ImportKind
  readonly file: string
}

function chooseTarget(
  network: ImportedNetwork,
  { name }: Input,
  { corpus, as }: ImportChoice,
  around: ImportSurroundings,
): Target {
  const named = corpus === undefined ? null : resolve(around.cwd, corpus)
  const kind = as ?? chooseKind(network, named !== null && existsSync(named) && namedHasEntities(named))
  if (kind === 'attributes') return { kind, file: corpusFile(corpus, around) }
  return { kind, file: named ?? join(corporaFolder(around), `${name}.sqlite`) }
}

function namedHasEntities(file: string): boolean {
  const corpus = openCorpus(file, 'read')
  try {
    return hasEntities(corpus)
  } finally {
    corpus.close()
  }
}

async function writeImport(
  network: ImportedNetwork,
  input: Input,
  { kind, file }: Target,
  around: ImportSurroundings,
): Promise<ImportReport> {
  if (kind === 'attributes' && !existsSync(file)) openCorpus(file, 'read')
  const target = openTarget(file, { alone: kind === 'attributes' ? null : (around.patience ?? {}) })
  const { corpus, isNew } = target
  const job = { corpus, network, input: { file: basename(resolve(input.path)), hash: input.hash }, now: around.now() }
  const isKept = ({ changed }: { readonly changed: boolean }): boolean => changed
  const common = { corpus: file, format: network.format }
  try {
    const report: ImportReport =
      kind === 'attributes'
        ? { ...common, ...(await writeInSteps(corpus, attributesSteps(job), around.between, isKept)) }
        : { ...common, kind, isNew, ...(await writeInSteps(corpus, networkSteps(job), around.between, isKept)) }
    target.settle()
    return report
  } catch (error) {
    target.discard()
    throw error
  }
}
