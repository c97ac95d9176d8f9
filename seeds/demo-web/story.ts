import type { Story, StoryQuote, StoryStep } from '#data/story/story.ts'
import { inEachLanguage, type Language, type Text } from '#data/vocabulary/languages.ts'
import { address, cell, type DemoFacts, type StoryWords } from './story-facts.ts'
import { storyEn } from './text/story-en.ts'
import { storyFr } from './text/story-fr.ts'

/** Names the demonstration's story in addresses. */
export const demoStoryName = 'how-to-read-this-map'

/** Six steps by which a newcomer learns to read such a map, in every language of the interface. */
export function demoStory(facts: DemoFacts): Story {
  const words = { en: storyEn(facts), fr: storyFr(facts) } satisfies Record<Language, StoryWords>
  const text = (read: (of: StoryWords) => string): Text => inEachLanguage(language => read(words[language]))
  const step = ({ view, quote }: View, at: number): StoryStep => ({
    view,
    heading: text(({ steps }) => steps[at]!.heading),
    text: text(({ steps }) => steps[at]!.text),
    quotes: quote == null ? [] : [quote],
  })
  return { name: demoStoryName, title: text(({ title }) => title), steps: viewsOf(facts).map(step) }
}

interface View {
  readonly view: string
  readonly quote?: StoryQuote | null
}

const viewsOf = ({ toUs, toFrance, mostCited }: DemoFacts): View[] => [
  { view: 'colour=country' },
  { view: address({ colour: 'country', from: toUs.source, to: toUs.target }), quote: toUs.quote },
  { view: '' },
  { view: address({ colour: 'country', ...cell('FR', 'US') }), quote: toFrance.quote },
  { view: address({ site: mostCited.id }) },
  { view: 'zone=content' },
]
