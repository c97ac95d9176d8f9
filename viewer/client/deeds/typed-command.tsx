import { commandLines } from '#viewer/protocol/deeds/command-line.ts'
import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useAnswer } from '../ask.ts'
import { token } from '../send.ts'
import { CommandText } from './command-text.tsx'

type TypedFor = Pick<DeedsData, 'program' | 'system' | 'corpus'>

/** Who may only look is told nothing of the machine that serves: the command as it is typed anywhere. */
const anywhere: TypedFor = { program: ['./toile'], system: 'linux', corpus: 'STUDY.sqlite' }

/** A command that the page only shows, as it is typed on the system that serves it. */
export function TypedCommand({ args }: { readonly args: (data: TypedFor) => readonly string[] }) {
  const answer = useAnswer<DeedsData>(token === null ? null : './api/deeds')
  const known = token === null ? anywhere : answer.state === 'ready' ? answer.data : null
  if (known === null) return null
  const [line] = commandLines([...known.program, ...args(known)], known.system)
  if (line === undefined) return null
  return <CommandText text={line.text} />
}
