import { Fault } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { settleFresh, writeFresh } from '../import/fresh-file.ts'
import { writeMeta } from '../base/meta.ts'
import type { Steps } from '../import/write-in-steps.ts'
import { classifyLinks } from '../visits/classify-links.ts'
import { withPart } from './attach-part.ts'
import { collectNames, countPartLinks, numberLinks, numberRows, openCollection } from './collect-names.ts'
import { copyPart } from './copy-part.ts'
import { withoutIndexes } from './without-indexes.ts'
import { joinRedirects } from './join-redirects.ts'

/** A share, by its number and its file. */
export interface SharePart {
  readonly share: number
  readonly file: string
}

/** Of the new file: it is written from one end to the other, and whoever reads it afterwards opens it anew. */
const cacheKib = 16_384

/**
 * Fills the new corpus `corpus`, which will stand at `target`, with what one crawl would have made of the whole list. Each part is
 * read three times: for names, for numbers of hyperlinks, and for what it holds. Memory doesn't grow with the parts. Each value
 * names what is done next. `parts` in the order of their numbers, and such that nothing speaks against them (objectionsTo).
 */
export function* mergeParts(corpus: Corpus, target: string, parts: readonly SharePart[]): Steps<void> {
  const { db } = corpus
  writeFresh(corpus)
  db.pragma('temp_store = FILE')
  db.pragma(`cache_size = -${cacheKib}`)
  openCollection(corpus)
  for (const { share, file } of parts) {
    yield `names of ${file}`
    withPart(corpus, file, () => collectNames(corpus, share, file))
  }
  yield 'order'
  withPart(corpus, parts[0]!.file, () => {
    numberRows(corpus)
    db.exec(`INSERT INTO main.wave SELECT * FROM part.wave; INSERT INTO main.event SELECT * FROM part.event;
      INSERT INTO main.meta SELECT * FROM part.meta WHERE name IN ('comments', 'marks', 'title', 'tools')`)
  })
  for (const { file } of parts) withPart(corpus, file, () => countPartLinks(corpus))
  numberLinks(corpus)
  const addIndexes = withoutIndexes(corpus, 'link')
  for (const part of parts) {
    yield `content of ${part.file}`
    withPart(corpus, part.file, () => copyPart(corpus, target, part))
  }
  yield 'redirects'
  addIndexes()
  corpus.write(() => joinRedirects(corpus))
  writeMeta(corpus, 'merged', JSON.stringify({ of: parts.length }))
  yield 'zones and marks'
  classifyLinks(corpus)
  yield 'check'
  const [broken] = db.pragma('foreign_key_check') as { table: string }[]
  if (broken !== undefined)
    throw new Fault(`the merged rows of '${broken.table}' do not fit together; no corpus was made.`)
  settleFresh(corpus)
}
