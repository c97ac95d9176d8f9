import { languages, wordsOf, type Language, type Speech } from '../words/format.ts'

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
        {wordsOf[language].language}
      </button>
    ))}
  </div>
)
