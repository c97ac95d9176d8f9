import type { Corpus } from './corpus.ts'
import { followPage } from './regroup.ts'

/**
 * Records that `pageId` redirects to `targetId`: it and every address known to lead to it now lead where the target
 * leads, and links to any of them count for that entity. Returns false for a loop, which leads nowhere and is left alone.
 */
export function recordRedirect(corpus: Corpus, pageId: number, targetId: number): boolean {
  const target = corpus
    .sql<{ leadsTo: number | null }>('SELECT leads_to AS leadsTo FROM page WHERE id = ?')
    .get(targetId)
  const final = target?.leadsTo ?? targetId
  if (final === pageId) return false
  corpus.sql('UPDATE page SET leads_to = @final WHERE id = @pageId OR leads_to = @pageId').run({ final, pageId })
  followPage(corpus, final)
  return true
}
