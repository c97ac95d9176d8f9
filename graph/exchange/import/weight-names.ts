import { plainKey } from './node-facts.ts'

/**
 * How tools and people call the column that weighs a tie, surest first; one list for every format. Gephi and igraph say
 * weight, Hyphe count, D3 and GML value, NodeXL 'Edge Weight', spreadsheets what they like. Compared as `plainKey`.
 */
const weightNames: readonly string[] = (
  'weight weights edge_weight link_weight tie_weight poids ponderation gewicht peso ' +
  'count counts edge_count link_count links_count value values valeur valeurs ' +
  'number_of_links number_of_hyperlinks number_of_ties num_links nb_links n_links nombre_de_liens nb_liens nb_de_liens ' +
  'frequency frequencies freq frequence occurrences occurrence occurences cooccurrences strength force intensity intensite ' +
  'nombre number nb n effectif total links hyperlinks liens hyperliens citations mentions'
).split(' ')

/** How sure a column of that name is the weight: 0 is surest; null: it is none. */
export function weightRank(name: string): number | null {
  const key = plainKey(name)
  const at = weightNames.indexOf(key)
  if (at !== -1) return at
  return /(?:^|_)(?:weight|poids)(?:$|_)/.test(key) ? weightNames.length : null
}

/** The format's own word for it: nothing needs saying when it is taken. */
export const isPlainWeight = (name: string): boolean => plainKey(name) === 'weight'
