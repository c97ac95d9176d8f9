/**
 * The most frequent words of a language that its neighbours do not share. Enough for prose of some twenty words. A
 * detector for 60 languages (eld) takes 0.3 s and 90 MB to load for the few pages that state no language.
 */
const functionWords: Readonly<Record<string, string>> = {
  fr: 'le les des et est une dans pour que qui sur pas plus par avec sont nous vous cette ces aux être ont leur mais du au il elle',
  en: 'the of and to in is that for it with as was on are be this by have from at which we you not or an their has will',
  es: 'el los las y del que en una por con para es como más pero sus este esta sobre entre también ser han fue',
  de: 'der die und das den von zu mit ist des auf für nicht ein eine dem sich auch als wir werden bei nach über',
  it: 'il di che e gli della per una sono con non del dei nel più alla anche come questo le delle ma',
  nl: 'de het een van en is dat op te voor met zijn niet aan er ook als door worden bij naar om deze',
  pt: 'o os as do da que em uma para com não por mais dos das como mas foi ao são também pelo pela',
  ca: 'el els les i de la que amb per una un és del dels al més com aquest aquesta però seva',
}
const languagesOf = new Map<string, string[]>()
for (const [language, words] of Object.entries(functionWords))
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])

/** ISO 639-1 code of a text's language, of those in the table; empty when the text is too short or no language leads clearly. */
export function detectLanguage(text: string): string {
  const scores = new Map<string, number>()
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  for (const word of words)
    for (const language of languagesOf.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1)
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < 5 || first[1] < words.length / 8) return ''
  return first[1] >= 1.3 * (second?.[1] ?? 0) ? first[0] : ''
}
