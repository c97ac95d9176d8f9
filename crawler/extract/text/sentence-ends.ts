const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Titles and the like, with the capital that tells them from words that may end a sentence ('tell me.'). */
const titles = words(
  'M Mm MM Me Mgr St Ste Sr Jr Gen Col Cap Capt Lt Sgt Sen Rep Gov Pres Hon Rev Amb Mt Ft Av Bd Inc Ltd Co',
)
/** Abbreviations in any case after which no sentence ends. */
const abbreviations = words(
  'mme mmes mlle mlles mr mrs ms dr drs pr prof messrs cf vs ibid éd ed eds trad coll env tél fbg bvd dept dép adm e.g i.e ' +
    'c.-à-d c.à.d p.ex resp jan feb apr aug sept janv févr avr juil déc approx sté ets',
)
/** Only before a number or an initial: 'p. 12', 'no. 5', 'art. L. 52'. */
const beforeNumbers = words('no nos n vol chap ch art al p pp fig op sec §')

// The second form has the number of a note right behind it: 'as it was.34 Then'.
// It is tried once per run of stops: from within one it would end as from its beginning.
const terminal =
  /(?<![.!?…])[.!?…]+["'”’»)\]]*(?:\s?[»”])?(?=\s)|(?<=[\p{L}"'”’»)])[.!?]["”’»)]*\[?\d{1,3}\]?(?=\s)|\n/gu
const opening = /^[\s"'“‘«([—–-]*([\p{L}\p{N}]?)/u
const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u
const lastWord = /[^\s«“"'’‘([]*$/u
const numberOrInitial = /^\s*(?:\d|\p{Lu}\.)/u

/**
 * Where sentences of `text` end (exclusive), ascending, the end of the text left out. French and English rules: a stop, a
 * question or exclamation mark or an ellipsis, with the closing quotes after it (« … » with its inner space), when what
 * follows can begin a sentence; not after an abbreviation, an initial or a numbering. A line break ends a sentence
 * unless the next line goes on in lower case. O(length).
 */
export function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = []
  for (const match of text.matchAll(terminal)) {
    const end = match.index + match[0].length
    if (endsSentence(text, match.index, match[0], end)) ends.push(end)
  }
  return ends
}

function endsSentence(text: string, at: number, mark: string, end: number): boolean {
  const following = text.slice(end, end + 12)
  const next = opening.exec(following)?.[1] ?? ''
  const goesOn = next !== '' && next !== next.toUpperCase()
  if (mark === '\n') return !goesOn
  return (
    !goesOn && (mark !== '.' || !isAbbreviation(lastWord.exec(text.slice(Math.max(0, at - 24), at))![0], following))
  )
}

function isAbbreviation(word: string, following: string): boolean {
  const lower = word.toLowerCase()
  if (titles.has(word) || abbreviations.has(lower) || initials.test(word)) return true
  return beforeNumbers.has(lower) && numberOrInitial.test(following)
}
