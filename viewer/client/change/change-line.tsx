import { causesOf } from '../panels/filter/changed-tie.tsx'
import { useWorkbench } from '../workbench-context.ts'

/** What became of an open tie between the two waves that are compared. */
export function ChangeLine({ source, target }: { readonly source: string; readonly target: string }) {
  const { model, speech, changes } = useWorkbench()
  const { words } = speech
  if (changes === null) return null
  const { data } = changes
  const [from, to] = [model.indexOf.get(source), model.indexOf.get(target)]
  const tie = data.source.findIndex((one, at) => one === from && data.target[at] === to)
  if (tie === -1) return null
  const kind = data.change[tie]!
  return (
    <>
      <p>
        {words.changesBetween(words.waveNamed(data.from), words.waveNamed(data.to))}
        {words.colon} <strong>{words.kindsOfChange[kind]}</strong>
      </p>
      {causesOf(data, tie, speech).map(cause => (
        <p key={cause} className="hint">
          {cause}
        </p>
      ))}
    </>
  )
}
