import { useState } from 'react'
import { commandLines } from '#viewer/protocol/deeds/command-line.ts'
import { deedArgs } from '#viewer/protocol/deeds/deed-args.ts'
import type { Deed } from '#viewer/protocol/deeds/deeds.ts'
import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import type { Chosen } from '#viewer/protocol/deeds/deed-choice.ts'
import { putToPaste } from '../put-to-paste.ts'
import { useWorkbench } from '../workbench-context.ts'
import { CommandText } from './command-text.tsx'

interface CommandBehindProps {
  readonly deed: Deed
  readonly chosen: Chosen
  readonly data: DeedsData
}

/** The same as a command, as it is typed on the system that serves this page. */
export function CommandBehind({ deed, chosen, data }: CommandBehindProps) {
  const { words } = useWorkbench().speech
  const [outcome, setOutcome] = useState('')
  // People read sentences, not JSON.
  const typed = { ...deed, always: (deed.always ?? []).filter(word => word !== '--json') }
  const lines = commandLines([...data.program, ...deedArgs(typed, chosen, data)], data.system)
  const copy = async (text: string): Promise<void> =>
    setOutcome((await putToPaste(text)) ? words.copied : words.notCopied)
  if (lines.length === 0) return null
  return (
    <details className="behind">
      <summary>{words.asCommand}</summary>
      {lines.map(({ shell, text }) => (
        <div key={shell}>
          <p className="hint">{words.commandShells[shell]}</p>
          <CommandText text={text} />
          <button type="button" className="plain" onClick={() => void copy(text)}>
            {words.copyCommand}
          </button>
        </div>
      ))}
      <output className="hint">{outcome}</output>
    </details>
  )
}
