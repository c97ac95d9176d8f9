import { useState } from 'react'
import { useWorkbench } from '../workbench-context.ts'
import { withLinkedWords, withStep } from './edit-story.ts'
import type { StoryTelling } from './use-telling.ts'

/** While a story is written and something else is read beside the map: what is seen becomes the step's view, or words of the step lead to it. */
export function AsideTools({ telling }: { readonly telling: StoryTelling }) {
  const { speech, curation } = useWorkbench()
  const { words, language } = speech
  const { at, present, save, aside } = telling
  const [outcome, setOutcome] = useState({ of: '', text: '' })
  const change = async (...[how, said]: [Parameters<StoryTelling['save']>[0], string]): Promise<void> => {
    // A step that shows just this would bring the story back, and what is read here is still to be quoted.
    aside()
    setOutcome({ of: present, text: (await save(how)) ? said : (curation?.message ?? '') })
  }
  return (
    <div className="story-aside" role="group" aria-label={words.storyWriting(at + 1)}>
      <p className="button-row">
        <button
          type="button"
          className="button"
          onClick={() => void change(now => withStep(now, at, () => ({ view: present })), words.storyTaken)}
        >
          {words.storyTakeHere(at + 1)}
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            void change(
              now => withLinkedWords(now, at, { language, words: words.storyLinkWords, present }),
              words.storyLinked,
            )
          }
        >
          {words.storyLinkHere(at + 1)}
        </button>
      </p>
      {/* Of another view it was not said. */}
      <p className="hint" role="status">
        {outcome.of === present ? outcome.text : ''}
      </p>
    </div>
  )
}
