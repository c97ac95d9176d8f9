import { isolated } from '#data/vocabulary/words/isolated.ts'
import type { changeEn } from '#data/vocabulary/words/en/page/change.ts'

/** Ce que deviennent liens et communautés de vague en vague, en une image. */
export const changeFr: typeof changeEn = {
  changePlay: 'Lire',
  changePause: 'Pause',
  changeStep: 'De quelle vague à quelle vague',
  changeOneWave: 'Il n’y a qu’une vague ; l’évolution se lit à partir de deux.',
  changeOffMap: ties =>
    `${ties} de plus ont une extrémité qui manque à la carte, analysée avant : « Analyser », sous « Outils », les fait entrer.`,
  flowsTitle: 'Les communautés de vague en vague',
  flowsHint:
    'Une barre est une communauté telle que sa vague la donne, aussi haute qu’elle est grande ; une bande, ce qu’elle a transmis. Hachuré : non lu, donc non connu. Les couleurs sont celles de la carte.',
  flowsLeftOut: 'Les communautés de vague en vague ne font pas partie de ce fichier.',
  flowCommunity: number => `communauté ${number}`,
  flowKinds: { alone: 'dans aucune', unread: 'non lu' },
  flowOf: (amount, from, to) => `${amount} : ${isolated(from)} → ${isolated(to)}`,
  flowsAsTable: 'La même chose en tableau',
  flowWave: 'Vague',
  flowGroup: 'Groupe',
  flowSites: 'Taille',
  flowEvent: 'Ce qu’elle devient',
  flowFrom: 'Venus de',
  flowEvents: {
    first: 'première vague',
    born: 'nouvelle',
    continues: 'continue',
    split: 'scindée',
    merged: 'fusionnée',
    returns: 'revient',
    gone: 'disparue',
    away: 'absente',
    unknown: 'non connu',
  },
  multiplesTitle: 'Vague par vague',
  multiplesHint:
    'La première vague, puis ce que chaque suivante a gardé, gagné, perdu ou n’a pas revu : pour l’impression.',
  multiplesFile: 'vagues',
}
