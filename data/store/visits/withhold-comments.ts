import type { ExtractedLink } from '#data/records.ts'
import type { Corpus } from '../base/corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'
import { noteRewrite, rewriteFile } from '../base/rewrite-file.ts'
import { deleteUnneededTexts } from '../base/unneeded-texts.ts'
import { withoutForeignKeys } from '../base/without-foreign-keys.ts'
import { clearSentences } from './clear-sentences.ts'
import { removeTextIndex } from '../words/text-index.ts'

export interface Withheld {
  /** Links that an earlier crawl or import had stored with their words, and that lost them. */
  readonly links: number
  /** Another program holds the corpus open: the words leave the file when that program ends. */
  readonly isHeld: boolean
}

/**
 * Keeps the words of comments out of the corpus from now on, and removes those that it has: anchors, sentences and
 * headings of links in comments hold names of private persons. The links stay. The file is rewritten when something was
 * removed. The corpus keeps to it: no later crawl or import stores them. Not in a transaction.
 */
export function withholdComments(corpus: Corpus): Withheld {
  removeTextIndex(corpus)
  const links = withoutForeignKeys(corpus, () =>
    corpus.write(() => {
      writeMeta(corpus, 'comments', 'withheld')
      const stripped = stripComments(corpus)
      if (stripped > 0) noteRewrite(corpus)
      return stripped
    }),
  )
  return { links, isHeld: links > 0 && !rewriteFile(corpus) }
}

export const commentsAreWithheld = (corpus: Corpus): boolean => readMeta(corpus, 'comments') === 'withheld'

/** A link of a comment without what its author wrote. */
export const withoutWords = (link: ExtractedLink): ExtractedLink =>
  link.zone === 'comment' ? { ...link, href: link.url, anchor: '', context: '', anchorAt: null, heading: '' } : link

/** What either pass saw in a comment. */
const worded = `'comment' IN (zone, zone_site)
  AND (href IS NOT NULL OR anchor IS NOT NULL OR context IS NOT NULL OR heading IS NOT NULL)`

function stripComments(corpus: Corpus): number {
  corpus.db.pragma('secure_delete = ON')
  corpus.db.exec('CREATE TEMP TABLE IF NOT EXISTS gone_text (id INTEGER PRIMARY KEY); DELETE FROM temp.gone_text')
  for (const column of ['href', 'anchor', 'context', 'heading'])
    corpus.db.exec(
      `INSERT OR IGNORE INTO temp.gone_text SELECT ${column} FROM link WHERE ${worded} AND ${column} IS NOT NULL`,
    )
  clearSentences(corpus, `SELECT id FROM link WHERE ${worded}`)
  const { changes } = corpus
    .sql(`UPDATE link SET href = NULL, anchor = NULL, context = NULL, anchor_at = -1, heading = NULL WHERE ${worded}`)
    .run()
  corpus.db.exec(deleteUnneededTexts)
  return changes
}
