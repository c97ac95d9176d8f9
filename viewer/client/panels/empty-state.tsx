import { useEffect } from 'react'
import type { MapData } from '#viewer/protocol/map.ts'
import { CrawlDesk } from '../crawl/crawl-desk.tsx'
import { HomeLink } from '../parts/home-link.tsx'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { Message } from '../parts/message.tsx'
import { token } from '../send.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Speech } from '../words/format.ts'

interface EmptyStateProps {
  readonly data: MapData
  readonly speech: Speech
  readonly onLanguage: (language: Language) => void
}

/** Shown when there is nothing to draw: why, and what changes it: a crawl from here, or the command where nothing may be changed. */
export function EmptyState({ data, speech, onLanguage }: EmptyStateProps) {
  const { words } = speech
  // The map that a crawl makes of it begins with the crawl, too.
  useEffect(() => {
    if (token !== null && window.location.hash === '') window.history.replaceState(null, '', '#panel=crawl')
  }, [])
  return (
    <div className="empty-state">
      <header>
        <HomeLink words={words} />
        <LanguageSwitch speech={speech} onLanguage={onLanguage} />
      </header>
      <Message title={words.emptyTitle} text={words.emptyNoSites}>
        {token === null ? (
          <>
            <p>{words.emptyNext}</p>
            <pre tabIndex={0}>
              ./toile crawl SEEDS.csv --contact you@example.org --corpus {shellWord(data.corpus.file)}
            </pre>
          </>
        ) : (
          <CrawlDesk speech={speech} />
        )}
      </Message>
    </div>
  )
}

const shellWord = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
