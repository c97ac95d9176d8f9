import type { Language, Speech } from '../words/format.ts'
import { readerInFrench } from '../words/fr/reader.ts'
import type { ListState } from './use-seed-list.ts'

interface ListVerdictProps {
  readonly list: ListState
  readonly speech: Speech
}

/** What a seed list holds, or each line of it that can't be used, as the command says it. */
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
  readonly lines: readonly string[]
  readonly language: Language
}

/** The reader's own sentences are English. */
function Lines({ lines, language }: LinesProps) {
  return (
    <ul className="said">
      {lines.map(line => {
        const translated = language === 'fr' ? readerInFrench(line) : null
        return (
          <li key={line} lang={translated === null ? 'en' : language}>
            {translated ?? line}
          </li>
        )
      })}
    </ul>
  )
}
