import type { Story } from '#data/story/story.ts'
import type { Corpus } from '../base/corpus.ts'

/** The stories of the corpus, by name. */
export const storiesOf = (corpus: Corpus): Story[] =>
  corpus
    .sql<{ content: string }>('SELECT content FROM story ORDER BY name')
    .all()
    .map(({ content }) => JSON.parse(content) as Story)

/** Null: there is none of this name. */
export function storyNamed(corpus: Corpus, name: string): Story | null {
  const found = corpus.sql<{ content: string }>('SELECT content FROM story WHERE name = ?').get(name)
  return found === undefined ? null : (JSON.parse(found.content) as Story)
}

/** There is such a story, or there was one that somebody has taken away. */
export const wasTold = (corpus: Corpus, name: string): boolean =>
  corpus
    .sql(
      `SELECT 1 FROM event WHERE action IN ('story', 'undo story') AND json_extract(before, '$[0].story') = ? LIMIT 1`,
    )
    .get(name) !== undefined

/** Writes it over the one of its name; null: takes that away. Makes no event. */
export function writeStory(corpus: Corpus, name: string, story: Story | null): void {
  if (story === null) corpus.sql('DELETE FROM story WHERE name = ?').run(name)
  else
    corpus
      .sql(
        'INSERT INTO story (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content',
      )
      .run(name, JSON.stringify(story))
}
