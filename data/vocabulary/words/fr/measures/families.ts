import type { familyMeasuresEn } from '#data/vocabulary/words/en/measures/families.ts'

export const familyMeasuresFr: typeof familyMeasuresEn = {
  triad: {
    title: 'Triades {type}',
    description:
      'Nombre de groupes de trois sites de type {type} : paires réciproques, à sens unique et absentes, puis la direction (descendante, montante, transitive, cyclique).',
  },
  in_centralisation: {
    title: 'Centralisation entrante',
    description:
      'Degré auquel être cité est le fait d’un seul site : 1 pour une étoile, 0 si tous sont égaux. Non défini pour moins de deux sites.',
  },
  out_centralisation: {
    title: 'Centralisation sortante',
    description:
      'Degré auquel citer est le fait d’un seul site : 1 pour une étoile, 0 si tous sont égaux. Non défini pour moins de deux sites.',
  },

  role: {
    title: '{role}',
    description:
      'Nombre de chemins ouverts a→b→c (a ne cite pas c) dont ce site est b et où, par pays, {path}. Vide sans pays.',
  },
  role_expected: {
    title: '{role}, attendu',
    description: 'La moyenne de {measure} si les pays des autres sites étaient redistribués au hasard.',
  },
  role_total: {
    title: '{role}',
    description: 'Nombre de chemins ouverts a→b→c (a ne cite pas c) entre sites ayant l’attribut où {path}.',
  },
  roles: {
    coordinator: { role: 'Coordinateur', path: 'tous trois sont du même groupe' },
    gatekeeper: { role: 'Portier (gatekeeper)', path: 'le premier est d’un autre groupe que les deux autres' },
    representative: { role: 'Représentant', path: 'le dernier est d’un autre groupe que les deux autres' },
    itinerant: { role: 'Courtier itinérant', path: 'celui du milieu est d’un autre groupe que les deux bouts' },
    liaison: { role: 'Liaison', path: 'tous trois sont de groupes différents' },
  },

  mrqap: {
    title: 'Liens selon {predictor}',
    description:
      'Différence de la probabilité qu’un site en cite un autre {per}, les autres prédicteurs de la régression étant fixés (MRQAP).',
  },
  predictors: {
    same_country: { predictor: 'même pays', per: 'lorsque les deux ont le même attribut « pays »' },
    same_kind: { predictor: 'même type', per: 'lorsque les deux ont le même attribut « type »' },
    same_language: { predictor: 'même langue', per: 'lorsque les deux ont le même attribut « langue »' },
    log_pages_source: {
      predictor: 'pages lues, site citant',
      per: 'par multiplication par e des pages lues du premier',
    },
    log_pages_target: { predictor: 'pages lues, site cité', per: 'par multiplication par e des pages lues du second' },
    similarity: {
      predictor: 'mêmes mots',
      per: 'entre deux qui n’ont aucun mot commun et deux qui disent les mêmes (cosinus 0 et 1)',
    },
    reciprocity: { predictor: 'cité par l’autre', per: 'lorsque le second cite le premier' },
    co_citation: { predictor: 'cités ensemble', per: 'par site qui cite les deux' },
    two_paths: { predictor: 'par un tiers', per: 'par site que le premier cite et qui cite le second' },
  },
}
