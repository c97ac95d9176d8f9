import { type Language, languages, type Text } from '#data/vocabulary/languages.ts'
import { withoutAccents } from '#data/vocabulary/without-accents.ts'
import type { Story, StoryQuote, StoryStep } from '#viewer/protocol/stories.ts'

/** `text` in one language of `before`. */
export const spokenIn = (before: Text, language: Language, text: string): Text => ({ ...before, [language]: text })

const unwritten = Object.fromEntries(languages.map(language => [language, ''])) as Text

export const newStep = (view: string): StoryStep => ({ view, heading: unwritten, text: unwritten, quotes: [] })

export const newStory = (name: string, title: string, language: Language, view: string): Story => ({
  name,
  title: spokenIn(unwritten, language, title),
  steps: [newStep(view)],
})

/** A name of a to z, 0 to 9 and '-' for a title, that none of `taken` has. */
export function nameFor(title: string, taken: readonly string[]): string {
  const plain = withoutAccents(title)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-|-$/g, '')
  const name = plain === '' ? 'story' : plain
  for (let nth = 1; ; nth++) {
    const one = nth === 1 ? name : `${name}-${nth}`
    if (!taken.includes(one)) return one
  }
}

export const withStep = (story: Story, at: number, change: (step: StoryStep) => Partial<StoryStep>): Story => ({
  ...story,
  steps: story.steps.map((step, place) => (place === at ? { ...step, ...change(step) } : step)),
})

export const withNewStep = (story: Story, at: number, view: string): Story => ({
  ...story,
  steps: story.steps.toSpliced(at + 1, 0, newStep(view)),
})

export const withoutStep = (story: Story, at: number): Story => ({ ...story, steps: story.steps.toSpliced(at, 1) })

interface Linked {
  readonly language: Language
  /** To be written over. */
  readonly words: string
  /** The view as an address has it. */
  readonly present: string
}

/** Words at the end of the step's text lead to a view. */
export const withLinkedWords = (story: Story, at: number, { language, words, present }: Linked): Story =>
  withStep(story, at, ({ text }) => ({
    text: spokenIn(text, language, `${text[language]} [${words}](#${present})`.trim()),
  }))

/** The step changes places with its neighbour. */
export function withMovedStep(story: Story, at: number, by: 1 | -1): Story {
  const [one, other] = [story.steps[at], story.steps[at + by]]
  if (one === undefined || other === undefined) return story
  return { ...story, steps: story.steps.with(at, other).with(at + by, one) }
}

export const isQuoted = ({ quotes }: StoryStep, quote: StoryQuote): boolean =>
  quotes.some(one => JSON.stringify(one) === JSON.stringify(quote))
