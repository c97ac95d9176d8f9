import { detectLanguage } from './detect-language.ts'
import { languageCode } from './language-code.ts'

const languageMetas = ['content-language', 'language', 'dc.language', 'dcterms.language', 'inlanguage', 'og:locale']

export interface LanguageClues {
  /** `lang` of the html element. */
  readonly declared: string
  readonly metas: readonly (readonly [string, string])[]
  /** Content-Language of the answer; empty if there was none. */
  readonly header: string
  /** Some of the page's prose. */
  readonly sample: string
}

/** ISO 639-1 code of a page's language: as its html element says, else its meta elements, else the header, else its words; or empty. */
export function pageLanguage({ declared, metas, header, sample }: LanguageClues): string {
  const stated = languageMetas.map(name => metas.find(([key]) => key === name)?.[1] ?? '')
  for (const tag of [declared, ...stated, header]) {
    const code = languageCode(tag)
    if (code !== '') return code
  }
  return detectLanguage(sample)
}
