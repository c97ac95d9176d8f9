import { languages, type Language } from '#data/vocabulary/languages.ts'
import { pageWords } from '#data/vocabulary/words/page-words.ts'
import type { Speech } from '../words/format.ts'

interface LanguageSwitchProps {
  readonly speech: Speech
  readonly onLanguage: (language: Language) => void
}

export const LanguageSwitch = ({ speech, onLanguage }: LanguageSwitchProps) => (
  <div className="switch" role="group" aria-label={speech.words.languages}>
    {languages.map(language => (
      <button
        key={language}
        type="button"
        lang={language}
        aria-pressed={speech.language === language}
        onClick={() => onLanguage(language)}
      >
        {pageWords[language].language}
      </button>
    ))}
  </div>
)
