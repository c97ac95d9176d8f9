import { published, tellsChange } from '../published.ts'
import { screens } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { HomeLink } from './home-link.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { MarkSign } from './mark.tsx'
import { SearchBox } from './search-box.tsx'

/** The bar at the top: what this is, search, views, language. */
export function TopBar({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { model, speech, view, change, select } = useWorkbench()
  const { words } = speech
  const waves = model.data.corpus.crawl?.waves ?? []
  return (
    <header className="bar">
      <p className="brand">
        <MarkSign />
        <strong>Toile</strong>
        <span className="brand-corpus">{model.data.corpus.title}</span>
      </p>
      <HomeLink words={words} />
      <SearchBox
        label={words.search}
        {...(published === null &&
          !model.data.ofFile && { onWords: (query: string) => select({ kind: 'search', query }) })}
        onChoose={site => select({ kind: 'site', id: model.data.ids[site]! })}
      />
      <nav className="switch" aria-label={words.screens}>
        {screens
          .filter(screen => screen !== 'change' || (tellsChange && waves.length > 1))
          .map(screen => (
            <button
              key={screen}
              type="button"
              data-screen={screen}
              aria-pressed={view.screen === screen}
              onClick={() => change({ screen })}
            >
              {words.screenNames[screen]}
            </button>
          ))}
      </nav>
      <LanguageSwitch speech={speech} onLanguage={onLanguage} />
    </header>
  )
}
