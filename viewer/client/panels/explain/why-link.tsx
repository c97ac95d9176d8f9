import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** From two that stand side by side to why they are together, or apart: ends as an address names them. */
export function WhyLink({ one, other }: { readonly one: string; readonly other: string }) {
  const { speech, select } = useWorkbench()
  return (
    <button type="button" className="plain" onClick={() => select({ kind: 'why', one, other })}>
      {speech.words.whyBetween}
    </button>
  )
}
