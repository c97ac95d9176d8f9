import type { MeasureCard, Text } from '../measure.ts'

const shared = {
  type: 'number',
  range: [-Infinity, Infinity],
  unit: 'probability',
  weighted: false,
  parameters: { permutations: { default: 1000, description: 'of the part of the predictor that the others leave' } },
  source: 'Krackhardt 1988, Social Networks 10; Dekker, Krackhardt & Snijders 2007, Psychometrika 72',
} as const

const card = (predictor: string, title: Text, per: Text): MeasureCard => ({
  ...shared,
  name: `mrqap_${predictor}`,
  title: { en: `Effect on ties: ${title.en}`, fr: `Effet sur les liens : ${title.fr}` },
  description: {
    en: `Change of the probability that one site links to another ${per.en}, the other predictors of the regression held fixed (MRQAP).`,
    fr: `Variation de la probabilité qu’un site en cite un autre ${per.fr}, les autres prédicteurs de la régression étant fixés (MRQAP).`,
  },
})

const same = (predictor: string, en: string, fr: string): MeasureCard =>
  card(
    `same_${predictor}`,
    { en: `same ${en}`, fr: `même ${fr}` },
    { en: `when both are of the same ${en}`, fr: `lorsque les deux ont le même attribut « ${fr} »` },
  )

/** The rows of the regression, one per predictor; see findings/mrqap-of-site.ts. */
export const mrqapCards: readonly MeasureCard[] = [
  same('country', 'country', 'pays'),
  same('kind', 'kind', 'type'),
  same('language', 'language', 'langue'),
  card(
    'log_pages_source',
    { en: 'pages fetched, citing', fr: 'pages lues, site citant' },
    { en: 'per e-fold pages fetched from the first', fr: 'par multiplication par e des pages lues du premier' },
  ),
  card(
    'log_pages_target',
    { en: 'pages fetched, cited', fr: 'pages lues, site cité' },
    { en: 'per e-fold pages fetched from the second', fr: 'par multiplication par e des pages lues du second' },
  ),
]
