import { useState } from 'react'
import { saySuggestion, type SuggestionReason } from '#data/vocabulary/words/say.ts'
import type { AskedChange } from '#viewer/protocol/change.ts'
import { ChangeNote } from '../curate/change-note.tsx'
import { SiteName } from '../parts/site-name.tsx'
import { useWorkbench } from '../workbench-context.ts'

/** A line of `entity suggest --json`. */
export interface SuggestionLine {
  readonly kind: 'same' | 'parked' | 'farm' | 'ended'
  readonly entities: readonly string[]
  readonly reasons: readonly { readonly said: SuggestionReason }[]
  /** Of `ended`: which address, and the last day on which it looked theirs. */
  readonly end?: { readonly prefix: string; readonly to: string }
}

/** Each with its reasons, to be accepted or put aside; what was decided goes from the list. */
export function ToldSuggestions({ lines }: { readonly lines: readonly SuggestionLine[] }) {
  const { speech } = useWorkbench()
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const keyOf = ({ kind, entities }: SuggestionLine): string => `${kind} ${entities.join(' ')}`
  const left = lines.filter(line => !decided.has(keyOf(line)))
  return (
    <div className="told-now">
      <ChangeNote />
      {left.length === 0 && <p>{speech.words.suggestedNone}</p>}
      <ul className="told">
        {left.map(line => (
          <SuggestionItem
            key={keyOf(line)}
            line={line}
            onDecided={() => setDecided(new Set([...decided, keyOf(line)]))}
          />
        ))}
      </ul>
    </div>
  )
}

interface SuggestionItemProps {
  readonly line: SuggestionLine
  readonly onDecided: () => void
}

function SuggestionItem({ line, onDecided }: SuggestionItemProps) {
  const { speech, curation } = useWorkbench()
  const { words, language } = speech
  const { kind, entities, reasons } = line
  const decide = async (changes: readonly AskedChange[]): Promise<void> => {
    for (const change of changes) if ((await curation?.send(change)) !== true) return
    onDecided()
  }
  return (
    <li>
      <strong>{words.suggestedKinds[kind]}</strong>
      <ul className="said">
        {entities.map(id => (
          <li key={id}>
            <SiteName id={id} />
          </li>
        ))}
      </ul>
      <p className="hint">{reasons.map(({ said }) => saySuggestion(said, language)).join(' · ')}</p>
      {curation !== null && (
        <p className="button-row">
          <button type="button" className="button" onClick={() => void decide(acceptedBy(line))}>
            {words.suggestedGo[kind]}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => void decide([{ kind: 'dismiss', suggestion: kind, ids: entities }])}
          >
            {words.suggestedNo}
          </button>
        </p>
      )}
    </li>
  )
}

/** As the command's own advice: of two that are one, the second lives on; an address that is no longer theirs gets its end; what holds nothing is set OUT. */
function acceptedBy({ kind, entities, end }: SuggestionLine): AskedChange[] {
  const [id = '', into = ''] = entities
  if (kind === 'same') return [{ kind: 'merge', id, into }]
  if (kind === 'ended') return end === undefined ? [] : [{ kind: 'date-prefix', id, prefix: end.prefix, to: end.to }]
  return entities.map(each => ({ kind: 'set', id: each, from: {}, to: { status: 'OUT' } }))
}
