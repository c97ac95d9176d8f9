import { communityNamed } from '../vocabulary/community-mark.ts'
import { languages, type Text } from '../vocabulary/languages.ts'
import { storyParts, withAddresses } from '../vocabulary/story-text.ts'

/** A guided reading of a map: steps that a reader scrolls through while the map follows. */
export interface Story {
  /** Names it in addresses: a to z, 0 to 9 and '-'. */
  readonly name: string
  /** Empty in a language in which it is not written; the other one is shown then. */
  readonly title: Text
  readonly steps: readonly StoryStep[]
}

export interface StoryStep {
  /** What of the map is shown, as its address says it after '#'; empty: the first view. */
  readonly view: string
  readonly heading: Text
  /** Paragraphs, parted by blank lines; see storyParts for links to views. No markup. */
  readonly text: Text
  readonly quotes: readonly StoryQuote[]
}

/** A hyperlink of the corpus, by what finds it again: who cites whom, on which page, in which words. */
export interface StoryQuote {
  /** Ids of entities. */
  readonly source: string
  readonly target: string
  /** Final address of the source page. */
  readonly page: string
  readonly anchor: string
  /** The sentence around it, whole; empty: the anchor alone. */
  readonly context: string
}

/** Ids of entities stand in many parts of a view's address, some as those of a community's member; what else stands there is none of an entity. */
export const idsOfAddress = (address: string): string[] =>
  [...new URLSearchParams(address).values()].flatMap(value => [value, ...memberOf(value)])

/** The id in 'community:site.example'. */
function memberOf(value: string): string[] {
  const named = communityNamed(value)
  return named === null ? [] : [named.name]
}

/** What may be an id of an entity that the story quotes, shows or leads to, each once. */
export function idsOfStory({ steps }: Story): string[] {
  const ids = steps.flatMap(({ view, text, quotes }) => [
    ...quotes.flatMap(({ source, target }) => [source, target]),
    ...idsOfAddress(view),
    ...languages.flatMap(language =>
      storyParts(text[language]).flatMap(({ address }) => (address === undefined ? [] : idsOfAddress(address))),
    ),
  ])
  return [...new Set(ids)]
}

/** The story without its quotes of `gone` entities, and without views of them. What its paragraphs say stays: a person decides. */
export function withoutEntities(story: Story, gone: ReadonlySet<string>): Story {
  const isGone = (address: string): boolean => idsOfAddress(address).some(id => gone.has(id))
  const cleaned = (text: string): string => withAddresses(text, address => (isGone(address) ? null : address))
  return {
    ...story,
    steps: story.steps.map(({ view, heading, text, quotes }) => ({
      view: isGone(view) ? '' : view,
      heading,
      text: Object.fromEntries(languages.map(language => [language, cleaned(text[language])])) as Text,
      quotes: quotes.filter(({ source, target }) => !gone.has(source) && !gone.has(target)),
    })),
  }
}
