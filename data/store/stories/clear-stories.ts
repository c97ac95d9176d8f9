import { withoutEntities } from '#data/story/story.ts'
import type { Corpus } from '../base/corpus.ts'
import { storiesOf, writeStory } from './stories.ts'

/** Takes what stories quote and show of the entities in temp.gone out of them; events that held it are emptied as all others are. */
export function clearStories(corpus: Corpus): void {
  const gone = new Set(
    corpus
      .sql<{ name: string }>('SELECT name FROM entity WHERE id IN (SELECT id FROM temp.gone)')
      .all()
      .map(({ name }) => name),
  )
  for (const story of storiesOf(corpus)) writeStory(corpus, story.name, withoutEntities(story, gone))
}
