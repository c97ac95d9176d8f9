import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { findParts } from '#data/store/parts/find-parts.ts'
import { openPartEvidence, type PartEvidence } from '#data/store/parts/part-evidence.ts'

/** The Parquet files of a study that was counted, where its hyperlinks are. */
export interface StudyEvidence {
  /** Null: they can't be asked, and the study shows what the corpus itself has. */
  readonly opened: () => Promise<PartEvidence | null>
  readonly close: () => void
}

/** Those of a folder that was named. @throws Mistake as openPartEvidence. */
export async function namedParts(corpus: Corpus, folder: string): Promise<StudyEvidence> {
  const evidence = await openPartEvidence(corpus, folder)
  return { opened: () => Promise.resolve(evidence), close: evidence.close }
}

/**
 * The Parquet files that lie with the corpus, opened when somebody first asks for hyperlinks; undefined: there are none. `err` is told, once, why some can't be
 * used: they lie outside the corpus's folder, are not those of its count, or DuckDB is not installed.
 */
export function besideParts(corpus: Corpus, title: string, err: (text: string) => void): StudyEvidence | undefined {
  const found = findParts(corpus)
  if (found.kind === 'refused')
    err(
      `${printable(title)}: Parquet files at ${printable(found.way.slice(0, 100))} are not looked at: that is outside the corpus's folder. \`view --evidence\` names them.\n`,
    )
  if (found.kind !== 'found') return undefined
  let opening: Promise<PartEvidence | null> | undefined
  const open = (): Promise<PartEvidence | null> =>
    openPartEvidence(corpus, found.folder).catch((error: unknown) => {
      if (!(error instanceof Mistake)) throw error
      err(`${printable(title)}: ${printable(error.message)}\n`)
      return null
    })
  const shut = (evidence: PartEvidence | null): void => evidence?.close()
  return {
    opened: () => (opening ??= open()),
    // One that failed has nothing open.
    close: () => void opening?.then(shut, () => undefined),
  }
}
