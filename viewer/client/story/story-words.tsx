import type { Language, Text } from '#data/vocabulary/languages.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { paragraphsOf, storyParts } from '#data/vocabulary/story-text.ts'
import type { StoryTelling } from './use-telling.ts'

/** The text in the reader's language; in another one where it isn't written in it. */
export function spoken(text: Text, language: Language): { readonly text: string; readonly lang: Language } {
  const lang = text[language] !== '' ? language : (languages.find(one => text[one] !== '') ?? language)
  return { text: text[lang], lang }
}

interface StoryWordsProps {
  readonly text: Text
  readonly language: Language
  readonly telling: Pick<StoryTelling, 'follow'>
}

/** Paragraphs of a step. Words that lead to a view are links; everything else is text. */
export function StoryWords({ text, language, telling }: StoryWordsProps) {
  const said = spoken(text, language)
  return paragraphsOf(said.text).map((paragraph, nth) => (
    <p key={nth} lang={said.lang}>
      {storyParts(paragraph).map(({ text: words, address }, place) =>
        address === undefined ? (
          words
        ) : (
          <a
            key={place}
            href={`#${address}`}
            onClick={event => {
              event.preventDefault()
              telling.follow(address)
            }}
          >
            {words}
          </a>
        ),
      )}
    </p>
  ))
}
