import { useWorkbench } from '#viewer/client/workbench-context.ts'

export interface ByChance {
  readonly nullMean: number | null
  /** Null: it can't be told of a sum. */
  readonly z: number | null
}

interface BesideChanceProps extends ByChance {
  /** As the figure itself is said. */
  readonly say: (value: number) => string
}

/** What chance alone gives, beside a figure; nothing where no null model was run. */
export function BesideChance({ nullMean, z, say }: BesideChanceProps) {
  const { words, number } = useWorkbench().speech
  if (nullMean === null) return null
  return <small>{z === null ? words.byChance(say(nullMean)) : words.against(say(nullMean), number(z))}</small>
}
