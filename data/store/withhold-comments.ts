import type { ExtractedLink } from '../records.ts'
import type { Corpus } from './corpus.ts'
import { readMeta, writeMeta } from './meta.ts'
import { rewriteFile } from './rewrite-file.ts'
import { deleteUnneededTexts } from './unneeded-texts.ts'
import { withoutForeignKeys } from './without-foreign-keys.ts'

/**
 * Keeps the words of comments out of the corpus from now on, and removes those that it has: anchors, sentences and
 * headings of links in comments hold names of private persons. The links stay. The file is rewritten when something was
 * removed. Returns how many links lost their words. The corpus keeps to it: no later crawl stores them. Not in a transaction.
 */
export function withholdComments(corpus: Corpus): number {
  const stripped = withoutForeignKeys(corpus, () =>
    corpus.write(() => {
      writeMeta(corpus, 'comments', 'withheld')
      return stripComments(corpus)
    }),
  )
  if (stripped > 0) rewriteFile(corpus)
  return stripped
}

export const commentsAreWithheld = (corpus: Corpus): boolean => readMeta(corpus, 'comments') === 'withheld'

/** A link of a comment without what its author wrote. */
export const withoutWords = (link: ExtractedLink): ExtractedLink =>
  link.zone === 'comment' ? { ...link, href: link.url, anchor: '', context: '', anchorAt: null, heading: '' } : link

const worded = `coalesce(zone_site, zone) = 'comment'
  AND (href IS NOT NULL OR anchor IS NOT NULL OR context IS NOT NULL OR heading IS NOT NULL)`

function stripComments(corpus: Corpus): number {
  corpus.db.pragma('secure_delete = ON')
  corpus.db.exec('CREATE TEMP TABLE IF NOT EXISTS gone_text (id INTEGER PRIMARY KEY); DELETE FROM temp.gone_text')
  for (const column of ['href', 'anchor', 'context', 'heading'])
    corpus.db.exec(
      `INSERT OR IGNORE INTO temp.gone_text SELECT ${column} FROM link WHERE ${worded} AND ${column} IS NOT NULL`,
    )
  const { changes } = corpus
    .sql(`UPDATE link SET href = NULL, anchor = NULL, context = NULL, anchor_at = -1, heading = NULL WHERE ${worded}`)
    .run()
  corpus.db.exec(deleteUnneededTexts)
  return changes
}
