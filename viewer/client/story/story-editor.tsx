import { ChangeNote } from '../curate/change-note.tsx'
import { FieldInput } from '../curate/field.tsx'
import { useWorkbench } from '../workbench-context.ts'
import { spokenIn, withLinkedWords, withMovedStep, withNewStep, withoutStep, withStep } from './edit-story.ts'
import { StepView } from './step-view.tsx'
import { StoryQuoteItem } from './story-quote.tsx'
import { spoken } from './story-words.tsx'
import type { StoryTelling } from './use-telling.ts'

/** A story to be written, step by step; each field is saved when it is left, and each change can be taken back. */
export function StoryEditor({ telling }: { readonly telling: StoryTelling }) {
  const { speech } = useWorkbench()
  const { words, language } = speech
  const { data, at, save, show, present, turnTo } = telling
  const { story } = data
  const addStep = async (): Promise<void> => {
    if (await save(now => withNewStep(now, at, present))) turnTo(at + 1)
  }
  return (
    <article className="story-editor">
      <p className="reading-nav">
        <button type="button" className="plain" onClick={() => telling.setEdited(false)}>
          {words.storyRead}
        </button>
        <button type="button" className="plain" onClick={telling.leave}>
          {words.close} ✕
        </button>
      </p>
      <h2>{spoken(story.title, language).text || story.name}</h2>
      <ChangeNote />
      <p className="hint">{words.storyInLanguage}</p>
      <FieldInput
        title={words.storyTitle}
        value={story.title[language]}
        onSave={title => void save(now => ({ ...now, title: spokenIn(now.title, language, title) }))}
      />
      <div className="chips" role="group" aria-label={words.storySteps}>
        {story.steps.map((_, place) => (
          <button
            key={place}
            type="button"
            className="chip"
            aria-pressed={place === at}
            aria-label={words.storyAt(place + 1, story.steps.length)}
            onClick={() => show(place)}
          >
            {place + 1}
          </button>
        ))}
        <button type="button" className="chip" onClick={() => void addStep()}>
          + {words.storyNewStep}
        </button>
      </div>
      {telling.step && <StepEditor key={at} telling={telling} />}
      <p className="button-row">
        <button
          type="button"
          className="plain"
          onClick={() => void telling.remove().then(isGone => isGone && telling.leave())}
        >
          {words.storyRemove}
        </button>
      </p>
    </article>
  )
}

function StepEditor({ telling }: { readonly telling: StoryTelling }) {
  const { speech } = useWorkbench()
  const { words, language } = speech
  const { data, at, save, present } = telling
  const { story, found } = data
  const step = story.steps[at]!
  const text = step.text[language]
  return (
    <section aria-label={words.storyAt(at + 1, story.steps.length)}>
      <FieldInput
        title={words.storyHeading}
        value={step.heading[language]}
        onSave={heading =>
          void save(now => withStep(now, at, old => ({ heading: spokenIn(old.heading, language, heading) })))
        }
      />
      <FieldInput
        long
        title={words.storyText}
        value={text}
        onSave={next => void save(now => withStep(now, at, old => ({ text: spokenIn(old.text, language, next) })))}
      />
      <p className="hint">{words.storyLinkHint}</p>
      <button
        type="button"
        className="button"
        onClick={() => void save(now => withLinkedWords(now, at, { language, words: words.storyLinkWords, present }))}
      >
        {words.storyAddLink}
      </button>
      <StepView telling={telling} />
      <h3>{words.storyQuotes}</h3>
      <p className="hint">{words.storyQuotesHint}</p>
      {step.quotes.map((quote, nth) => (
        <div key={nth}>
          <StoryQuoteItem quote={quote} found={found[at]?.[nth] ?? null} />
          <button
            type="button"
            className="plain"
            onClick={() => void save(now => withStep(now, at, ({ quotes }) => ({ quotes: quotes.toSpliced(nth, 1) })))}
          >
            {words.storyUnquote}
          </button>
        </div>
      ))}
      <MoveStep telling={telling} />
    </section>
  )
}

function MoveStep({ telling }: { readonly telling: StoryTelling }) {
  const { words } = useWorkbench().speech
  const { data, at, save, show } = telling
  const { story } = data
  const move = async (by: 1 | -1): Promise<void> => {
    if (await save(now => withMovedStep(now, at, by))) show(at + by)
  }
  const remove = async (): Promise<void> => {
    const isLast = at === story.steps.length - 1
    if ((await save(now => withoutStep(now, at))) && isLast) show(at - 1)
  }
  return (
    <p className="button-row">
      <button type="button" className="button" disabled={at === 0} onClick={() => void move(-1)}>
        {words.storyEarlier}
      </button>
      <button type="button" className="button" disabled={at >= story.steps.length - 1} onClick={() => void move(1)}>
        {words.storyLater}
      </button>
      <button type="button" className="button" disabled={story.steps.length === 1} onClick={() => void remove()}>
        {words.storyRemoveStep}
      </button>
    </p>
  )
}
