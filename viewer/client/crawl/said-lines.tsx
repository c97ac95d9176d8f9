import type { Language } from '#data/vocabulary/languages.ts'
import { type Said, sayMistake } from '#data/vocabulary/words/say.ts'

interface SaidLinesProps {
  readonly lines: readonly Said[]
  readonly language: Language
}

/** Mistakes and notes in the page's language. */
export const SaidLines = ({ lines, language }: SaidLinesProps) => (
  <ul className="said">
    {lines
      .map(said => sayMistake(said, language))
      .map(line => (
        <li key={line}>{line}</li>
      ))}
  </ul>
)
