import { Mistake } from '#data/mistake.ts'
import { idsOfStory, type Story, type StoryQuote } from '#data/story/story.ts'
import type { Corpus } from '../base/corpus.ts'
import type { Author } from '../curate/author.ts'
import type { StateEvent } from '../curate/change-state.ts'
import { insertEvent } from '../curate/insert-event.ts'
import { type Evidence, linksBetweenEntities } from '../evidence/evidence.ts'
import { storyNamed, writeStory } from './stories.ts'

/** A story at a moment; null: there was none of that name. */
interface StoryState {
  readonly story: string
  readonly content: Story | null
  /** Rows of the entities that it is about, before or after: what is forgotten takes the event's words with it. */
  readonly entities: readonly number[]
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * Stores a story as it stands, or takes it away (null), as one event. Returns the event, or null when it was so already.
 * @throws Mistake when a quote that it did not have before is no hyperlink of the corpus: nothing is quoted that no page says.
 */
export function saveStory(corpus: Corpus, author: Author, name: string, content: Story | null): number | null {
  return corpus.write(() => {
    const before = storyNamed(corpus, name)
    if (isSame(before, content)) return null
    if (content !== null) refuseInvented(corpus, content, before)
    writeStory(corpus, name, content)
    return noteStory(corpus, author, 'story', name, [before, content], null)
  })
}

/** Takes an event of saveStory back. @throws Mistake when the story was changed since. */
export function takeBackStory(corpus: Corpus, author: Author, { id, before, after }: StateEvent<StoryState>): number {
  if (!isSame(storyNamed(corpus, after.story), after.content))
    throw new Mistake({ code: 'undo-story-changed', values: { event: id, story: after.story } })
  writeStory(corpus, before.story, before.content)
  return noteStory(corpus, author, 'undo story', before.story, [after.content, before.content], id)
}

function noteStory(
  corpus: Corpus,
  author: Author,
  action: string,
  story: string,
  [before, after]: readonly [Story | null, Story | null],
  undoes: number | null,
): number {
  const ids = [before, after].flatMap(one => (one === null ? [] : idsOfStory(one)))
  const entities = corpus
    .sql<{ id: number }>('SELECT id FROM entity WHERE name IN (SELECT value FROM json_each(?)) ORDER BY id')
    .all(JSON.stringify(ids))
    .map(({ id }) => id)
  const state = (content: Story | null): string => JSON.stringify([{ story, content, entities } satisfies StoryState])
  return insertEvent(corpus, author, { action, entityId: null, before: state(before), after: state(after), undoes })
}

function refuseInvented(corpus: Corpus, { steps }: Story, before: Story | null): void {
  const known = new Set((before?.steps ?? []).flatMap(({ quotes }) => quotes.map(quote => JSON.stringify(quote))))
  for (const [step, { quotes }] of steps.entries())
    for (const [place, quote] of quotes.entries())
      if (!known.has(JSON.stringify(quote)) && hyperlinkOf(corpus, quote) === null)
        throw new Mistake({
          code: 'story-quote-unknown',
          values: { step: step + 1, quote: place + 1, source: quote.source, target: quote.target, page: quote.page },
        })
}

/** Who has the pages of an entity now: itself, or the one that it was merged into. */
const ownerNow = (corpus: Corpus, name: string): string =>
  corpus
    .sql<{ name: string }>(
      'SELECT coalesce(host.name, entity.name) AS name FROM entity LEFT JOIN entity host ON host.id = entity.merged_into WHERE entity.name = ?',
    )
    .get(name)?.name ?? name

/** The hyperlink that a quote is of, as evidence tells it; null: the corpus has none, or no longer. */
export function hyperlinkOf(corpus: Corpus, { source, target, page, anchor, context }: StoryQuote): Evidence | null {
  const links = linksBetweenEntities(corpus, ownerNow(corpus, source), ownerNow(corpus, target))
  return links.find(link => link.sourceUrl === page && link.anchor === anchor && link.context === context) ?? null
}
