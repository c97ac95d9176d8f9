import type { DeedName } from '#viewer/protocol/deeds/deeds.ts'
import { useWorkbench } from '../workbench-context.ts'

interface DeedFoldProps {
  readonly name: DeedName
  readonly children: React.ReactNode
}

/** A deed by its name and what it is for; its choices when it is opened. */
export function DeedFold({ name, children }: DeedFoldProps) {
  const { words } = useWorkbench().speech
  const { title, aim } = words.deeds[name]
  return (
    <details className="deed-fold" name="deed">
      <summary>
        <span className="deed-title">{title}</span>
        <span className="hint">{aim}</span>
      </summary>
      {children}
    </details>
  )
}
