import type { Corpus } from './corpus.ts'

export const readMeta = (corpus: Corpus, name: string): string | undefined =>
  corpus.sql<{ value: string }>('SELECT value FROM meta WHERE name = ?').get(name)?.value

export function writeMeta(corpus: Corpus, name: string, value: string): void {
  corpus
    .sql('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
    .run(name, value)
}
