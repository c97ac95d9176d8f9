import { useLayoutEffect, useRef } from 'react'
import { useWorkbench } from '../workbench-context.ts'
import { StoryNav } from './story-nav.tsx'
import { StoryQuoteItem } from './story-quote.tsx'
import { StoryWords, spoken } from './story-words.tsx'
import { useFollowScroll } from './use-follow-scroll.ts'
import type { StoryTelling } from './use-telling.ts'

/** A story to be read: the reader scrolls, and the map shows what each step is about. */
export function StoryReader({ telling }: { readonly telling: StoryTelling }) {
  const { speech, curation } = useWorkbench()
  const { words, language } = speech
  const { story, found } = telling.data
  const steps = useRef<HTMLOListElement>(null)
  const { goTo, goBy } = useFollowScroll(steps, telling)
  useArrows(goBy)
  const title = spoken(story.title, language)
  return (
    <article className="story" aria-labelledby="story-title">
      <p className="eyebrow">{words.storyReading}</p>
      <h2 id="story-title" lang={title.lang}>
        {title.text || story.name}
      </h2>
      {title.lang !== language && <p className="hint">{words.storyOtherLanguage}</p>}
      <p className="hint">{words.storyHowTo}</p>
      <ol className="story-steps" ref={steps}>
        {story.steps.map((step, at) => {
          const heading = spoken(step.heading, language)
          return (
            <li key={at} aria-current={at === telling.at ? 'step' : undefined}>
              <h3 lang={heading.lang}>
                <span className="story-number">{at + 1}</span> {heading.text}
              </h3>
              <StoryWords text={step.text} language={language} telling={telling} />
              {step.quotes.map((quote, nth) => (
                <StoryQuoteItem key={nth} quote={quote} found={found[at]?.[nth] ?? null} />
              ))}
            </li>
          )
        })}
      </ol>
      <p className="story-end">
        <button type="button" className="button" onClick={telling.leave}>
          {words.storyExplore}
        </button>
        {curation !== null && (
          <button type="button" className="button" onClick={() => telling.setEdited(true)}>
            {words.storyWrite}
          </button>
        )}
      </p>
      <StoryNav telling={telling} goTo={goTo} />
    </article>
  )
}

/** Left and right go from step to step, unless what has the focus needs them itself; from the first sight of the story on. */
function useArrows(goBy: (by: number) => void): void {
  useLayoutEffect(() => {
    const go = (event: KeyboardEvent): void => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (by === undefined || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest('input, select, textarea, [role="application"]'))
        return
      event.preventDefault()
      goBy(by)
    }
    document.addEventListener('keydown', go)
    return () => document.removeEventListener('keydown', go)
  }, [goBy])
}
