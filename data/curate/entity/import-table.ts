import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { inOneStep } from '#data/store/curate/change-entities.ts'
import { editEntities, prefixClashes, strayDates } from '#data/store/curate/edit-entities.ts'
import { writtenPrefix } from '#data/store/entities/entities.ts'
import { knownNames } from '#data/store/entities/known-names.ts'
import { withCorpus } from '#data/command/with-corpus.ts'
import { authorOf, editing, writeLines, type EditOptions } from '../curating.ts'
import { inFile, type Remark } from '#data/table/read-table.ts'
import { sayMistake } from '#data/vocabulary/words/say.ts'
import { readReview, type Review } from '../import/read-review.ts'
import { notingDraws } from '../review/noting-draws.ts'

interface ImportOptions extends EditOptions {
  readonly columns?: readonly string[]
  readonly acceptGuesses?: boolean
  readonly dryRun?: boolean
}

export const importTableCommand = (surroundings: Surroundings): Command =>
  editing('import', 'reads a review table back, or joins a table of attributes by id, address or name; one event')
    .argument('<file>', 'CSV; columns that mean nothing else become tags, several values of a cell separated by |')
    .option('--columns <list>', 'read only these, besides those that name the entity (default: all)', parseColumns)
    .option('--accept-guesses', 'take country and kind from the columns of guesses where a reviewed row has none')
    .option('--dry-run', 'say what would change, and write nothing')
    .action((file: string, options: ImportOptions) => {
      const bytes = readBytes(resolve(surroundings.cwd, file), file)
      const choice = { columns: options.columns ?? null, acceptGuesses: options.acceptGuesses === true }
      const look = (corpus: Corpus): Review => {
        const review = readReview(file, bytes, knownNames(corpus), choice)
        refuseClashes(corpus, file, review)
        return review
      }
      const [review, event] = withCorpus(surroundings, options, options.dryRun ? 'read' : 'write', corpus => {
        if (options.dryRun) return [look(corpus), null]
        return inOneStep(corpus, () => {
          const seen = look(corpus)
          const decided = seen.edits.filter(({ fields }) => fields.status !== undefined).map(({ id }) => id)
          const edit = (): number | null => editEntities(corpus, authorOf(surroundings, options), seen.edits)
          return [seen, notingDraws(corpus, decided, edit)]
        })
      })
      report(surroundings, options, file, review, event)
    })

const parseColumns = (text: string): readonly string[] => text.split(',').map(name => name.trim())

function readBytes(path: string, file: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Mistake(
      `${file}: the file can't be read (${code}); expected a table, CSV with a column 'id', 'url' or 'name'`,
    )
  }
}

/** @throws Mistake with every prefix that can't go where its row wants it. */
function refuseClashes(corpus: Corpus, file: string, { edits }: Review): void {
  const lines = new Map(edits.map(({ id, line }) => [id, line]))
  const clashes = prefixClashes(corpus, edits).map(({ id, lru, other }): Remark => {
    const values = { prefix: writtenPrefix(lru), name: id }
    const said = other === null ? { code: 'row-takes-forgotten' as const, values } : takenBy(other, values)
    return { ...said, line: lines.get(id)! }
  })
  const stray = strayDates(corpus, edits).map(({ id, lru }): Remark => ({
    line: lines.get(id)!,
    code: 'row-dates-stray-prefix',
    values: { prefix: writtenPrefix(lru), name: id },
  }))
  if (clashes.length + stray.length > 0) throw new Mistake(inFile(file, [...clashes, ...stray]))
}

const takenBy = (owner: string, values: { readonly prefix: string; readonly name: string }) =>
  ({ code: 'row-takes-prefix', values: { ...values, owner } }) as const

function report(
  surroundings: Surroundings,
  { json, dryRun }: ImportOptions,
  file: string,
  { edits, rows, unmatched }: Review,
  event: number | null,
): void {
  const counts = countSaid(edits)
  if (json) {
    writeLines(surroundings, [
      { event, rows, entities: edits.length, unmatched: unmatched.length, said: counts },
      ...unmatched.map(({ line, ...said }) => ({ line, text: sayMistake(said, 'en') })),
    ])
    return
  }
  const outcome = dryRun ? 'nothing written' : event === null ? 'all is so already' : `event ${event}`
  const said = Object.entries(counts).map(([what, n]) => `${what} of ${n}`)
  surroundings.out(`${rows} rows speak of ${edits.length} entities; ${outcome}.\n`)
  if (said.length > 0) surroundings.out(`Said: ${said.join(', ')}.\n`)
  for (const said of inFile(file, unmatched)) surroundings.out(`${sayMistake(said, 'en')}\n`)
}

/** Of how many entities each field and category is told. */
function countSaid(edits: Review['edits']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  const count = (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1)
  for (const { fields, prefixes, tags, datedNames, datedPrefixes } of edits) {
    for (const field of Object.keys(fields)) count(field === 'label' ? 'name' : field)
    if (prefixes) count('prefixes')
    if (datedNames) count('dated names')
    if (datedPrefixes) count('dated prefixes')
    for (const [category] of tags) count(`tag ${category}`)
  }
  return counts
}
