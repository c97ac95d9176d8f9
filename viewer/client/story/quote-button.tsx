import { useState } from 'react'
import type { EvidenceAnswer } from '#viewer/protocol/evidence.ts'
import { useWorkbench } from '../workbench-context.ts'
import { isQuoted, withStep } from './edit-story.ts'

interface QuoteButtonProps {
  readonly link: EvidenceAnswer
  /** Address of its page. */
  readonly page: string
}

/** While a story is written: takes a hyperlink of the open tie into the step. */
export function QuoteButton({ link, page }: QuoteButtonProps) {
  const { speech, view, telling, curation } = useWorkbench()
  const { words } = speech
  const [isRefused, setRefused] = useState(false)
  const { selection } = view
  if (!telling?.isEdited || telling.step === undefined || selection.kind !== 'tie') return null
  const { source, target } = selection
  const { at, step, save } = telling
  const quote = { source, target, page, anchor: link.anchor, context: link.context }
  if (isQuoted(step, quote)) return <p className="hint">{words.storyQuoted(at + 1)}</p>
  const take = async (): Promise<void> =>
    setRefused(!(await save(now => withStep(now, at, ({ quotes }) => ({ quotes: [...quotes, quote] })))))
  return (
    <>
      <button type="button" className="plain" onClick={() => void take()}>
        {words.storyQuote(at + 1)}
      </button>
      {isRefused && (
        <p className="notice" role="status">
          {curation?.message}
        </p>
      )}
    </>
  )
}
