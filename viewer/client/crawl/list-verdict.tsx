import type { Speech } from '../words/format.ts'
import { SaidLines } from './said-lines.tsx'
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
        <SaidLines lines={notes} language={speech.language} />
      </>
    )
  return (
    <div className="notice">
      <p>{words.seedsRefused(mistakesTotal)}</p>
      <SaidLines lines={mistakes} language={speech.language} />
      {mistakesTotal > mistakes.length && <p>{words.seedsMore(mistakesTotal - mistakes.length)}</p>}
    </div>
  )
}
