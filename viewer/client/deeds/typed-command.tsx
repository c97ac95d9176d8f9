import { commandLines } from '#viewer/protocol/deeds/command-line.ts'
import type { DeedsData } from '#viewer/protocol/deeds/deeds-data.ts'
import { useAnswer } from '../ask.ts'

/** A command that the page only shows, as it is typed on the system that serves it. */
export function TypedCommand({ args }: { readonly args: (data: DeedsData) => readonly string[] }) {
  const answer = useAnswer<DeedsData>('./api/deeds')
  if (answer.state !== 'ready') return null
  const { program, system } = answer.data
  const [line] = commandLines([...program, ...args(answer.data)], system)
  return (
    <pre className="command" tabIndex={0}>
      {line?.text}
    </pre>
  )
}
