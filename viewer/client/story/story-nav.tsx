import { useWorkbench } from '../workbench-context.ts'
import type { StoryTelling } from './use-telling.ts'

interface StoryNavProps {
  readonly telling: StoryTelling
  readonly goTo: (at: number) => void
}

/** Where the reader stands, one step back, one on, and out. */
export function StoryNav({ telling, goTo }: StoryNavProps) {
  const { words } = useWorkbench().speech
  const { at, data, leave } = telling
  const count = data.story.steps.length
  return (
    <nav className="story-nav" aria-label={words.storySteps}>
      <button type="button" className="button" disabled={at === 0} onClick={() => goTo(at - 1)}>
        <span aria-hidden="true">←</span>
        <span className="unseen">{words.storyBack}</span>
      </button>
      <span role="status">{words.storyAt(Math.min(at + 1, count), count)}</span>
      <button type="button" className="button" disabled={at >= count - 1} onClick={() => goTo(at + 1)}>
        <span aria-hidden="true">→</span>
        <span className="unseen">{words.storyOn}</span>
      </button>
      <button type="button" className="plain" onClick={leave}>
        {words.close} ✕
      </button>
    </nav>
  )
}
