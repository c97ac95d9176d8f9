import type { MeasureWords } from '#data/vocabulary/words/measure-words.ts'
import { cardWords } from '../card-words.ts'
import type { MeasureCard } from '../measure.ts'

const shared = {
  type: 'number',
  range: [-Infinity, Infinity],
  unit: 'probability',
  weighted: false,
  parameters: { permutations: { default: 1000, description: 'of the part of the predictor that the others leave' } },
  source: 'Krackhardt 1988, Social Networks 10; Dekker, Krackhardt & Snijders 2007, Psychometrika 72',
} as const

const card = (predictor: keyof MeasureWords['predictors']): MeasureCard => ({
  ...shared,
  name: `mrqap_${predictor}`,
  ...cardWords(
    words => words.mrqap,
    words => words.predictors[predictor],
  ),
})

/** The rows of the regression, one per predictor; see findings/mrqap-of-site.ts. */
export const mrqapCards: readonly MeasureCard[] = [
  card('same_country'),
  card('same_kind'),
  card('same_language'),
  card('log_pages_source'),
  card('log_pages_target'),
  card('similarity'),
  card('reciprocity'),
  card('co_citation'),
  card('two_paths'),
]
