import type { QuotedTie } from '#viewer/protocol/explained.ts'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

interface TieButtonProps extends Pick<QuotedTie, 'source' | 'target'> {
  readonly text: string
}

/** Opens the evidence of a tie. */
export function TieButton({ source, target, text }: TieButtonProps) {
  const { select } = useWorkbench()
  return (
    <button
      type="button"
      className="plain"
      onClick={() => select({ kind: 'tie', source: source.id, target: target.id })}
    >
      {text}
    </button>
  )
}
