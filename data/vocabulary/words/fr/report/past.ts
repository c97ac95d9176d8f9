import { code, prose as p } from '#data/vocabulary/words/prose.ts'
import type { pastEn } from '../../en/report/past.ts'

/** Ce que les archives avaient des vagues du passé, en français. */
export const pastFr: typeof pastEn = {
  past: {
    title: 'Ce que les archives ont gardé',
    lead: p`Les pages de ces vagues ont été lues telles que des archives du Web les avaient au plus près d’un jour. Une adresse qu’aucune archive interrogée n’a dans les jours autour (${code('not-archived')}) est inconnue, pas absente : elle était peut-être là, avec des liens. La dérive est le nombre de jours entre le jour demandé et celui d’une capture ; l’étendue, entre les captures d’un même site : des liens de pages trop éloignées n’ont jamais été visibles ensemble (Ainsworth & Nelson 2013). Si un pays a été plus archivé qu’un autre, ses sites montrent plus de liens pour cette seule raison.`,
    waves: 'Captures par vague',
    asked: 'Jour demandé',
    within: 'Jours autour',
    captures: 'Captures dans ces jours',
    leastDrift: 'Plus petite dérive',
    medianDrift: 'Dérive médiane',
    mostDrift: 'Plus grande dérive',
    medianSpread: 'Étendue médiane d’un site',
    mostSpread: 'Plus grande étendue d’un site',
    notArchived: 'Adresses non archivées alors',
    cited: 'Dont citées alors par d’autres sites',
    countries: 'Ce que les archives ont gardé, par pays',
    readSites: 'Sites dont une page a été lue',
  },
}
