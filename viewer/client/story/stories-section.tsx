import { useId, useState } from 'react'
import type { StoriesData } from '#viewer/protocol/stories.ts'
import { useAnswer } from '../ask.ts'
import { useWorkbench } from '../workbench-context.ts'
import { nameFor, newStory } from './edit-story.ts'
import { spoken } from './story-words.tsx'
import { storedAddress } from './use-telling.ts'

/** The guided readings of the study, to be read; for who may change it also to be written. */
export function StoriesSection({ canWrite }: { readonly canWrite: boolean }) {
  const { speech, step, curation } = useWorkbench()
  const { words, language } = speech
  const answer = useAnswer<StoriesData>('./api/stories')
  if (answer.state !== 'ready') return null
  const stories = answer.data.stories.map(({ story }) => story)
  const isWriter = canWrite && curation !== null
  if (stories.length === 0 && !isWriter) return null
  const open = (name: string, isEdited: boolean): void => step({ story: { name, step: 1, isEdited, isAside: false } })
  return (
    <section className="screen-only">
      <h2>{words.stories}</h2>
      {isWriter && <p className="hint">{words.storiesHint}</p>}
      <ul className="story-list">
        {stories.map(({ name, title, steps }) => {
          const said = spoken(title, language)
          return (
            <li key={name} className="story-row">
              <button type="button" className="button" onClick={() => open(name, false)}>
                <span lang={said.lang}>{said.text || name}</span>{' '}
                <span className="tally">{words.steps(steps.length)}</span>
              </button>
              {isWriter && (
                <button type="button" className="plain" onClick={() => open(name, true)}>
                  {words.storyWrite}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {isWriter && <NewStory taken={stories.map(({ name }) => name)} onMade={name => open(name, true)} />}
    </section>
  )
}

interface NewStoryProps {
  readonly taken: readonly string[]
  readonly onMade: (name: string) => void
}

function NewStory({ taken, onMade }: NewStoryProps) {
  const { speech, view, model, curation } = useWorkbench()
  const { words, language } = speech
  const id = useId()
  const [title, setTitle] = useState('')
  const make = async (): Promise<void> => {
    const name = nameFor(title, taken)
    const to = newStory(name, title.trim(), language, storedAddress(view, model))
    if (await curation?.send({ kind: 'story', name, from: null, to })) onMade(name)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void make()
      }}
    >
      <p className="field">
        <label htmlFor={id}>{words.storyNew}</label>
        <input id={id} type="text" maxLength={300} value={title} onChange={event => setTitle(event.target.value)} />
      </p>
      <button type="submit" className="button" disabled={title.trim() === ''}>
        {words.storyBegin}
      </button>
    </form>
  )
}
