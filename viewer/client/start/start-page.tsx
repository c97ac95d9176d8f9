import { useEffect, useMemo, useState } from 'react'
import type { Language } from '#data/vocabulary/languages.ts'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { MarkSign } from '../parts/mark.tsx'
import { token } from '../send.ts'
import { rememberLanguage, startLanguage } from '../start-language.ts'
import { speak } from '../words/format.ts'
import { ArchivedStudies } from './archived-studies.tsx'
import { ImportStudy } from './import-study.tsx'
import { NewStudy } from './new-study.tsx'
import { OpenDemo } from './open-demo.tsx'
import { StudyRow } from './study-row.tsx'
import { useStudies } from './use-studies.ts'

/** The first page: the studies that there are, and how to come to one more. */
export function StartPage() {
  const [language, setLanguage] = useState<Language>(startLanguage)
  const speech = useMemo(() => speak(language), [language])
  const { data, isLost, ask } = useStudies()
  const { words } = speech
  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${words.startTitle} · Toile`
  }, [language, words])
  const choose = (next: Language): void => {
    rememberLanguage(next)
    setLanguage(next)
  }
  const own = { speech, ask }
  return (
    <div className="start">
      <header className="start-bar">
        <p className="brand">
          <MarkSign />
          <strong>Toile</strong>
        </p>
        <LanguageSwitch speech={speech} onLanguage={choose} />
      </header>
      <main aria-busy={data === null}>
        <h1>{words.startTitle}</h1>
        {isLost && (
          <p className="notice" role="alert">
            {words.startLost}
          </p>
        )}
        {data !== null && (
          <>
            {data.studies.length === 0 ? (
              <p className="start-none">{words.startNone}</p>
            ) : (
              <ul className="studies">
                {data.studies.map(study => (
                  <StudyRow key={study.name} study={study} {...own} />
                ))}
              </ul>
            )}
            {token !== null && (
              <div className="ways">
                <NewStudy {...own} />
                <ImportStudy mostBytes={data.mostNetworkBytes} {...own} />
                <OpenDemo {...own} />
              </div>
            )}
            <ArchivedStudies names={data.archived} {...own} />
            <p className="hint">{words.startFolder(data.folder)}</p>
          </>
        )}
      </main>
    </div>
  )
}
