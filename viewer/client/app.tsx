import { useEffect, useMemo, useState } from 'react'
import type { Language } from '#data/vocabulary/languages.ts'
import type { MapData } from '../protocol/map.ts'
import { useAnswerAt } from './ask.ts'
import { askEarly } from './draw/can-draw.ts'
import { LiveProvider, useLive } from './live.ts'
import { buildModel } from './model/model.ts'
import { published } from './published.ts'
import { home } from './start/page-mark.ts'
import { rememberLanguage, startLanguage } from './start-language.ts'
import { speak } from './words/format.ts'
import { EmptyState } from './panels/empty-state.tsx'
import { HomeLink } from './parts/home-link.tsx'
import { Message } from './parts/message.tsx'
import { spoken } from './story/story-words.tsx'
import { SummaryScreen } from './summary/summary-screen.tsx'
import { useSummary } from './summary/use-summary.ts'
import { WorkbenchScreen } from './workbench.tsx'

/** Reads the corpus, then shows the workbench, or says what is missing. */
export function App() {
  const [language, setLanguage] = useState<Language>(startLanguage)
  const live = useLive()
  const { summary, isWaiting, leave } = useSummary()
  const answer = useAnswerAt<MapData>('./api/map', useMapRevision(live.revision))
  useEffect(askEarly, [])
  const model = useMemo(() => (answer.state === 'ready' ? buildModel(answer.data) : null), [answer])
  const isOfFile = model?.data.ofFile === true
  const speech = useMemo(() => speak(language, isOfFile), [language, isOfFile])
  const choose = (next: Language): void => {
    rememberLanguage(next)
    setLanguage(next)
  }
  useEffect(() => {
    document.documentElement.lang = language
    const [first] = published?.stories ?? []
    const told = first && spoken(first.story.title, language).text
    const title = published?.title || told || model?.data.corpus.title
    document.title = title ? `${title} · Toile` : 'Toile'
  }, [language, model])
  if (answer.state === 'failed' && answer.status === 404 && home !== null)
    return (
      <Message title={speech.words.studyRefused.gone} text={speech.words.studyGoneNext}>
        <HomeLink words={speech.words} />
      </Message>
    )
  if (answer.state === 'failed') return <Message title={speech.words.failed} text={speech.words.failedNext} />
  if (summary !== null) return <SummaryScreen summary={summary} speech={speech} onLanguage={choose} onLeave={leave} />
  if (model === null || isWaiting) return <Message title={speech.words.loading} text="" busy />
  return (
    <LiveProvider value={live}>
      {model.siteCount === 0 ? (
        <EmptyState speech={speech} onLanguage={choose} />
      ) : (
        <WorkbenchScreen whole={model} speech={speech} onLanguage={choose} />
      )}
    </LiveProvider>
  )
}

const growMs = 4000

/** While a crawl writes every second, the map is read anew every few seconds only. */
function useMapRevision(revision: number): number {
  const [shown, setShown] = useState(revision)
  const [readAt, setReadAt] = useState(0)
  useEffect(() => {
    if (revision === shown) return undefined
    const wait = Math.max(0, readAt + growMs - Date.now())
    const timer = setTimeout(() => {
      setReadAt(Date.now())
      setShown(revision)
    }, wait)
    return () => clearTimeout(timer)
  }, [revision, shown, readAt])
  return shown
}
