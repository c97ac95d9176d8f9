import { code, prose as p } from '#data/vocabulary/words/prose.ts'
import type { toolsEn } from '#data/vocabulary/words/en/report/tools.ts'
import { toolCategoriesFr } from '../tool-categories.ts'
import { sites } from './nouns.ts'

/** À qui sont les outils des sites, en français. */
export const toolsFr: typeof toolsEn = {
  tools: {
    lead: looked =>
      p`Ce que les pages de ${sites(looked)} prennent chez d’autres hôtes (scripts, styles, images, cadres, formulaires), les marques de leurs moteurs et les noms de leurs cookies montrent à qui sont les logiciels qui les font marcher. Aucun hyperlien n’est compté ici, et rien de cela n’entre dans un poids. Un site dont aucune page n’a été lue n’y est pas : on ne sait pas ce qu’il utilise. Ce que des scripts chargent après coup n’apparaît que dans les pages lues par un navigateur : un nombre est ici un minimum. ${code('./toile tools --by page')} donne les preuves.`,
    none: p`Aucun site lu n’utilise un outil de la table.`,
    table: 'Les outils, par nombre de sites qui les utilisent',
    tool: 'Outil',
    maker: 'Auteur',
    country: 'Pays',
    noCountry: 'aucun',
    category: 'À quoi il sert',
    categories: toolCategoriesFr,
    sites: 'Sites',
    byCountry: 'Les sites par pays, les outils par pays de leur auteur',
    chance: p`Un site compte s’il utilise au moins un outil d’un auteur de ce pays. Le nombre attendu est celui du hasard : autant d’utilisateurs, distribués entre les sites de la même sorte sans égard à leur pays (loi hypergéométrique ; test exact de Fisher, bilatéral). q est p corrigé pour toutes les lignes de la table que la commande écrit (Benjamini et Hochberg 1995).`,
    kinds: 'Par sorte de site',
    waves: 'Par vague',
    kind: 'Sorte',
    allKinds: 'toutes',
    wave: 'Vague',
    sitesOf: 'Sites',
    toolsOf: 'Outils',
    looked: 'Lus',
    users: 'En utilisent',
    expected: 'Attendus',
    tables: {
      'tools-tool.csv': 'les outils et les sites qui les utilisent',
      'tools-kind.csv': 'pays des sites et pays des auteurs, par sorte de site',
      'tools-wave.csv': 'pays des sites et pays des auteurs, par vague',
    },
  },
}
