import { useWorkbench } from '../workbench-context.ts'
import { withStep } from './edit-story.ts'
import type { StoryTelling } from './use-telling.ts'

/** What the map shows in a step: as it is stored, or as it is on the screen now. */
export function StepView({ telling }: { readonly telling: StoryTelling }) {
  const { speech, view } = useWorkbench()
  const { words } = speech
  const { at, save, show, present, isAsTold, lookAround, aside } = telling
  return (
    <>
      <h3>{words.storyView}</h3>
      <p className="hint">{isAsTold ? words.storyViewSame : words.storyViewOther}</p>
      <p className="button-row">
        <button
          type="button"
          className="button"
          disabled={isAsTold}
          onClick={() => void save(now => withStep(now, at, () => ({ view: present })))}
        >
          {words.storyTakeView}
        </button>
        <button type="button" className="button" disabled={isAsTold} onClick={() => show(at)}>
          {words.storyShowView}
        </button>
        <button type="button" className="button" onClick={lookAround}>
          {words.storyLook}
        </button>
        {view.selection.kind !== 'none' && (
          <button type="button" className="button" onClick={aside}>
            {words.storyOpen}
          </button>
        )}
      </p>
    </>
  )
}
