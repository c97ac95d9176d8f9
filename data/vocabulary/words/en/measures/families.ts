/** Words of measures that come in families: one for each type of triad, each role, each predictor. Names in braces are filled in. */
export const familyMeasuresEn = {
  triad: {
    title: 'Triads {type}',
    description:
      'Number of sets of three sites of type {type}: mutual, one-way and absent pairs, then the direction (down, up, transitive, cyclic).',
  },
  in_centralisation: {
    title: 'In-degree centralisation',
    description:
      'How far being cited is in the hands of one site: 1 for a star, 0 when all are equal. Not defined below two sites.',
  },
  out_centralisation: {
    title: 'Out-degree centralisation',
    description:
      'How far citing is in the hands of one site: 1 for a star, 0 when all are equal. Not defined below two sites.',
  },

  role: {
    title: '{role}',
    description:
      'Number of open paths a→b→c (a does not link to c) with this site as b in which, by country, {path}. Empty without a country.',
  },
  role_expected: {
    title: '{role}, expected',
    description: 'The mean of {measure} if the other sites’ countries were dealt out anew.',
  },
  role_total: {
    title: '{role}',
    description:
      'Number of open paths a→b→c (a does not link to c) among sites that have the attribute in which {path}.',
  },
  roles: {
    coordinator: { role: 'Coordinator', path: 'all three are of one group' },
    gatekeeper: { role: 'Gatekeeper', path: 'the first is of another group than the two others' },
    representative: { role: 'Representative', path: 'the last is of another group than the two others' },
    itinerant: { role: 'Itinerant broker', path: 'the one between is of another group than both ends' },
    liaison: { role: 'Liaison', path: 'all three are of different groups' },
  },

  mrqap: {
    title: 'Ties by {predictor}',
    description:
      'Difference in the probability that one site links to another {per}, the other predictors of the regression held fixed (MRQAP).',
  },
  predictors: {
    same_country: { predictor: 'same country', per: 'when both are of the same country' },
    same_kind: { predictor: 'same kind', per: 'when both are of the same kind' },
    same_language: { predictor: 'same language', per: 'when both are of the same language' },
    log_pages_source: { predictor: 'pages fetched, citing', per: 'per e-fold pages fetched from the first' },
    log_pages_target: { predictor: 'pages fetched, cited', per: 'per e-fold pages fetched from the second' },
    similarity: {
      predictor: 'same words',
      per: 'between two that share no word and two that say the same ones (cosine 0 and 1)',
    },
    reciprocity: { predictor: 'cited by the other', per: 'when the second links to the first' },
    co_citation: { predictor: 'cited together', per: 'per site that links to both' },
    two_paths: {
      predictor: 'through a third site',
      per: 'per site that the first links to and that links to the second',
    },
  },
}
