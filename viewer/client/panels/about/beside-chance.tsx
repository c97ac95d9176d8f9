import { useWorkbench } from '#viewer/client/workbench-context.ts'

export interface ByChance {
  readonly nullMean: number | null
  /** Null: it can't be told of a sum. */
  readonly z: number | null
}

/** What chance alone gives, beside a figure; nothing where no null model was run. */
export function BesideChance({ nullMean, z }: ByChance) {
  const { words, number } = useWorkbench().speech
  if (nullMean === null) return null
  return <small>{z === null ? words.byChance(number(nullMean)) : words.against(number(nullMean), number(z))}</small>
}
