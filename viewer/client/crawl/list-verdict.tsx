import type { Speech } from '../words/format.ts'
import type { ListState } from './use-seed-list.ts'

interface ListVerdictProps {
  readonly list: ListState
  readonly speech: Speech
}

/** What a seed list holds, or each line of it that can't be used, in the words of the command. */
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
        <Lines lines={notes} />
      </>
    )
  return (
    <div className="notice">
      <p>{words.seedsRefused(mistakesTotal)}</p>
      <Lines lines={mistakes} />
      {mistakesTotal > mistakes.length && <p>{words.seedsMore(mistakesTotal - mistakes.length)}</p>}
    </div>
  )
}

/** The reader's own sentences are English. */
function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="said" lang="en">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
