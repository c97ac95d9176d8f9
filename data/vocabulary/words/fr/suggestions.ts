import type { suggestionsEn } from '../en/suggestions.ts'

export const suggestionsFr: Readonly<Record<keyof typeof suggestionsEn, string>> = {
  'same-start-moved': '{site} : sa page de départ y mène ({from} → {to})',
  'same-pages-moved': '{site} : {count} de ses adresses y mènent ({from} → {to})',
  'same-mobile-host': '{host} est, par son nom, l’hôte mobile de {site}',
  'same-language-host': '{host} est, par son nom, l’hôte d’une langue de {site}',
  'same-numbered-host': '{host} est, par son nom, un hôte numéroté de {site}',
  'same-host-below': '{host} est un hôte sous {site}',
  'same-name': '{one} et {other} sont un même nom avec deux terminaisons',
  'same-title': 'les deux pages d’accueil s’appellent « {title} »',
  'same-footer': 'leurs pieds de page partagent {count} hyperliens, {percent} % de ceux des deux',
  'same-profile':
    '{site} renvoie à {profile} comme à un profil sur {pages} de ses {all} pages, et ils partagent un nom',
  'same-mutual': 'ils se citent l’un l’autre',

  'parked-redirect': '{from} mène à {to}',
  'parked-for-sale': 'sa page d’accueil propose le domaine : « {title} »',
  'parked-by-title': 'sa page d’accueil dit que le domaine est garé : « {title} »',
  'parked-expired': 'sa page d’accueil dit qu’il a expiré : « {title} »',
  'parked-default-page': 'sa page d’accueil est celle d’un serveur vide : « {title} »',
  'parked-not-built': 'sa page d’accueil n’est pas encore faite : « {title} »',
  'parked-links': 'il ne renvoie qu’à {targets}',
  'parked-twins': 'sa page d’accueil a les mêmes octets que celles de {count} autres domaines ({twins})',

  'farm-lists': 'les listes de sites de leurs gabarits sont presque les mêmes : {count} sur toutes',
  'farm-ties': '{tied} liens sur {possible} possibles entre eux, {mutual} paires dans les deux sens',
  'ended-parked': '{url} est une page de parking dans la vague du {day}, pas dans celle du {from} : « {title} »',
  'ended-language': '{url} est en {before} dans la vague du {from}, en {after} dans celle du {day}',
  'ended-words': '{url} : titre et liens n’ont aucun mot en commun entre les vagues du {from} et du {day}',
}
