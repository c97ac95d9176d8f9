import { parseArgs } from 'node:util'
import { openCorpus } from '#data/store/base/open-corpus.ts'

/** What evidence is made of: tables and their indexes, by what they hold. */
const parts: readonly (readonly [string, readonly string[]])[] = [
  ['rows of hyperlinks', ['link']],
  ['their indexes', ['link_page', 'link_target', 'link_edge', 'link_back']],
  ['texts (anchor, sentence, heading, place), each once', ['snippet']],
  ['their index', ['snippet_hash']],
]

/** Bytes per hyperlink of the pages that SQLite uses for the evidence of `file`, and of the whole file. */
function measure(file: string): string {
  const corpus = openCorpus(file, 'read')
  try {
    const one = (sql: string): number => corpus.sql<{ n: number }>(sql).get()!.n
    const links = one('SELECT count(*) AS n FROM link')
    const between = one('SELECT count(*) AS n FROM link WHERE source_entity <> target_entity')
    const size = (tables: readonly string[]): number =>
      corpus
        .sql<{ n: number }>('SELECT sum(pgsize) AS n FROM dbstat WHERE name IN (SELECT value FROM json_each(?))')
        .get(JSON.stringify(tables))!.n
    const row = (what: string, bytes: number): string => `${(bytes / links).toFixed(1).padStart(7)}  ${what}`
    const whole = one('SELECT sum(pgsize) AS n FROM dbstat')
    return [
      `${links} hyperlinks, ${between} of them between entities; bytes per hyperlink:`,
      ...parts.map(([what, tables]) => row(what, size(tables))),
      row('evidence together', size(parts.flatMap(([, tables]) => tables))),
      row('the whole file: addresses, entities, visits too', whole),
    ].join('\n')
  } finally {
    corpus.close()
  }
}

const { values } = parseArgs({ options: { corpus: { type: 'string' } } })
if (values.corpus === undefined) {
  process.stderr.write('usage: npm run eval:bytes -- --corpus FILE\n')
  process.exitCode = 2
} else process.stdout.write(`${measure(values.corpus)}\n`)
