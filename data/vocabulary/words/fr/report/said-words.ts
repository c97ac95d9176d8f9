import { code, prose as p } from '#data/vocabulary/words/prose.ts'
import type { saidWordsEn } from '#data/vocabulary/words/en/report/said-words.ts'
import { counted } from './nouns.ts'

/** Ce qu’ils disent quand ils citent, en français. */
export const saidWordsFr: typeof saidWordsEn = {
  saidWords: {
    lead: p`Les mots des phrases autour des hyperliens, dans le corps des pages, une langue à la fois, celle de la page. Une phrase qu’un site répète compte une fois. Un mot est donné s’il est spécifique (Lafon 1980 : le logarithme de l’improbabilité qu’il y soit autant par hasard ; 2 vaut p = 0,01), s’il le reste une fois corrigé du nombre de mots et de sens (q d’au plus 0,05), et si plusieurs sites le disent. Les mots ne sont pas indépendants les uns des autres : lisez les phrases. ${code('./toile words')} les donne tous, ${code('./toile words --kwic TERME')} chaque place de l’un d’eux.`,
    languages: { fr: 'En français', en: 'En anglais' },
    wave: label => p`Vague ${label}`,
    waves: p`Ce qui change d’une vague à l’autre : une phrase que deux vagues ont vue est dite dans les deux.`,
    size: words => p`${counted(words, { one: '# mot', other: '# mots' })} en tout.`,
    nothing: p`Aucun mot ne se détache.`,
    table: 'Mots spécifiques',
    word: 'Mot ou terme',
    times: 'Fois',
    sites: 'Sites qui le disent',
    score: 'Spécificité',
    tables: {
      'words-direction-fr.csv': 'mots des pages en français, selon le sens',
      'words-direction-en.csv': 'mots des pages en anglais, selon le sens',
      'words-wave-fr.csv': 'mots des pages en français, par vague',
      'words-wave-en.csv': 'mots des pages en anglais, par vague',
    },
  },
}
