import { code, prose as p, type Prose } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { counted } from './nouns.ts'

/** What they say when they cite, in English. */
export const saidWordsEn = {
  saidWords: {
    lead: p`The words of the sentences around hyperlinks in the matter of pages, one language at a time, told by the page's. A sentence that a site repeats counts once. A word is listed where it is specific (Lafon 1980: the logarithm of how improbable it is that so much of it stands there by chance; 2 is p = 0.01), still so when corrected for the number of words and directions (q at most 0.05), and said by several sites. Words are not independent of each other: read the sentences. ${code('./toile words')} lists all, ${code('./toile words --kwic TERM')} every place of one.`,
    languages: { fr: 'In French', en: 'In English' } as Readonly<Record<Language, string>>,
    wave: (label: Prose): Prose => p`Wave ${label}`,
    waves: p`What differs between waves: a sentence that two waves saw is said in both.`,
    size: (words: Num): Prose => p`${counted(words, { one: '# word', other: '# words' })} in all.`,
    nothing: p`No word stands out.`,
    table: 'Specific words',
    word: 'Word or term',
    times: 'Times',
    sites: 'Sites that say it',
    score: 'Specificity',
    tables: {
      'words-direction-fr.csv': 'words of French pages by direction',
      'words-direction-en.csv': 'words of English pages by direction',
      'words-wave-fr.csv': 'words of French pages by wave',
      'words-wave-en.csv': 'words of English pages by wave',
    } as Record<string, string>,
  },
}
