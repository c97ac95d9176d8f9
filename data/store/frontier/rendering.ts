import type { Corpus } from '../base/corpus.ts'

/** JSON: what was learnt about the need of a browser on a host, or empty. */
export const readRendering = (corpus: Corpus, hostId: number): string =>
  corpus.sql<{ rendering: string }>('SELECT rendering FROM host WHERE id = ?').get(hostId)?.rendering ?? ''

export function writeRendering(corpus: Corpus, hostId: number, rendering: string): void {
  corpus.sql('UPDATE host SET rendering = ? WHERE id = ?').run(rendering, hostId)
}
