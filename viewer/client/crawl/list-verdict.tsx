import type { Language } from '#data/vocabulary/languages.ts'
import { type Said, sayMistake } from '#data/vocabulary/words/say.ts'
import type { Speech } from '../words/format.ts'
import type { ListState } from './use-seed-list.ts'

interface ListVerdictProps {
  readonly list: ListState
  readonly speech: Speech
}

/** What a seed list holds, or each line of it that can't be used: what the command says of it, in the page's language. */
export function ListVerdict({ list, speech }: ListVerdictProps) {
  const { words } = speech
  if (list.state === 'none') return null
  if (list.state !== 'checked')
    return <p className={list.state === 'reading' ? 'hint' : 'notice'}>{words.seedsStates[list.state]}</p>
  const { sites, mistakes, mistakesTotal, notes } = list.check
  if (mistakesTotal === 0)
    return (
      <>
        <p className="hint">{words.seedsFound(words.sites(sites))}</p>
        <Lines lines={notes} language={speech.language} />
      </>
    )
  return (
    <div className="notice">
      <p>{words.seedsRefused(mistakesTotal)}</p>
      <Lines lines={mistakes} language={speech.language} />
      {mistakesTotal > mistakes.length && <p>{words.seedsMore(mistakesTotal - mistakes.length)}</p>}
    </div>
  )
}

interface LinesProps {
  readonly lines: readonly Said[]
  readonly language: Language
}

const Lines = ({ lines, language }: LinesProps) => (
  <ul className="said">
    {lines
      .map(said => sayMistake(said, language))
      .map(line => (
        <li key={line}>{line}</li>
      ))}
  </ul>
)
