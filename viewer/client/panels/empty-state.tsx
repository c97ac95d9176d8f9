import { useEffect } from 'react'
import { CrawlDesk } from '../crawl/crawl-desk.tsx'
import { TypedCommand } from '../deeds/typed-command.tsx'
import { HomeLink } from '../parts/home-link.tsx'
import { LanguageSwitch } from '../parts/language-switch.tsx'
import { Message } from '../parts/message.tsx'
import { token } from '../send.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Speech } from '../words/format.ts'

interface EmptyStateProps {
  readonly speech: Speech
  readonly onLanguage: (language: Language) => void
}

/** Shown when there is nothing to draw: why, and what changes it: a crawl from here, or the command where nothing may be changed. */
export function EmptyState({ speech, onLanguage }: EmptyStateProps) {
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
            <TypedCommand
              args={({ corpus }) => ['crawl', 'SEEDS.csv', '--contact', 'you@example.org', '--corpus', corpus]}
            />
          </>
        ) : (
          <CrawlDesk speech={speech} />
        )}
      </Message>
    </div>
  )
}
