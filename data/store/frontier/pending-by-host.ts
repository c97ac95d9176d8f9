import type { Corpus } from '../base/corpus.ts'

/** Pages that wait for their turn, and the hosts they are on. */
export const pendingByHost = (corpus: Corpus): { readonly hosts: number; readonly pages: number } =>
  corpus
    .sql<{ hosts: number; pages: number }>(
      `SELECT count(DISTINCT host_id) AS hosts, count(*) AS pages FROM page WHERE state = 'pending'`,
    )
    .get()!
