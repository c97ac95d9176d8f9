import { useEffect, useMemo, useState } from 'react'
import type { MapData } from '../protocol.ts'
import { useAnswer } from './ask.ts'
import { buildModel } from './model/model.ts'
import { firstLanguage, speak, type Language } from './words/format.ts'
import { EmptyState } from './panels/empty-state.tsx'
import { Message } from './parts/message.tsx'
import { WorkbenchScreen } from './workbench.tsx'

const languageKey = 'toile-language'

/** Reads the corpus, then shows the workbench, or says what is missing. */
export function App() {
  const [language, setLanguage] = useState<Language>(() => firstLanguage(remembered(), navigator.languages))
  const speech = useMemo(() => speak(language), [language])
  const answer = useAnswer<MapData>('./api/map')
  const model = useMemo(() => (answer.state === 'ready' ? buildModel(answer.data) : null), [answer])
  const choose = (next: Language): void => {
    remember(next)
    setLanguage(next)
  }
  useEffect(() => {
    document.documentElement.lang = language
    document.title = model ? `${model.data.corpus.title} · Toile` : 'Toile'
  }, [language, model])
  if (answer.state === 'failed') return <Message title={speech.words.failed} text={speech.words.failedNext} />
  if (model === null) return <Message title={speech.words.loading} text="" busy />
  if (model.siteCount === 0) return <EmptyState data={model.data} speech={speech} />
  return <WorkbenchScreen whole={model} speech={speech} onLanguage={choose} />
}

/** A page opened from disk, or in a frame, may have no storage; the choice then lasts as long as the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(languageKey)
  } catch {
    return null
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(languageKey, language)
  } catch {
    return
  }
}
