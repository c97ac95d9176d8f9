import { stopwords as english } from '@orama/stopwords/english'
import { stopwords as french } from '@orama/stopwords/french'
import { compose } from '#data/vocabulary/compose.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { splitText } from './split/split-words.ts'

/**
 * Words of grammar that Snowball's lists, which @orama/stopwords carries, leave out: they were read out of the most frequent words of
 * French and English pages. The lists are of whole words; an elision stands in them without its apostrophe.
 */
const besides: Readonly<Record<Language, string>> = {
  fr: `a afin ainsi alors après assez aucun aucune aussi autant autre autres avant avoir beaucoup bien car ça celle celles celui cependant
    certains certaines ceux chaque chez ci comme comment contre deçà déjà delà depuis dès donc dont encore enfin ensuite entre envers être fait
    faire faut hors jusque là lors lorsque maintenant malgré même mêmes mien moins ni non or où oui parce parfois parmi pendant peu peut peuvent
    plus plusieurs plutôt pourquoi pourtant presque puis puisque quand quant quelque quelques quoi rien selon seulement si sien sinon sous souvent
    tandis tant tel telle telles tels tous tout toute toutefois toutes très trop vers via voici voilà vraiment jusqu lorsqu puisqu quoiqu ç`,
  en: `a 's also although among another anyone anything cannot ever every get gets got however i'm just less lot many much neither never nothing
    often one ones or perhaps quite rather really since something still such though thus together toward towards upon us well whether whose
    within without yet yes it'd it'll that'll ain't`,
}

const kept: Readonly<Record<Language, readonly string[]>> = { fr: french, en: english }

/** As texts are split, or what somebody wrote would meet no word: composed, in lower case, elisions cut. What is no word of a text stays as it is. */
function formsOf(word: string, language: Language): string[] {
  const forms = splitText(word, language).words.map(({ form }) => form)
  return forms.length === 0 ? [compose(word).toLowerCase()] : forms
}

/** The words that are counted and not told: those of the language's grammar, and `own`, the study's. */
export function stopWords(language: Language, own: readonly string[] = []): ReadonlySet<string> {
  const listed = [...kept[language], ...besides[language].split(/\s+/), ...own.flatMap(word => formsOf(word, language))]
  return new Set(listed.filter(word => word !== '').flatMap(word => [word, `${word}'`]))
}
