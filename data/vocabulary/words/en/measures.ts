import { familyMeasuresEn } from './measures/families.ts'
import { graphMeasuresEn } from './measures/graph.ts'
import { siteMeasuresEn } from './measures/site.ts'

export const measuresEn = { site: siteMeasuresEn, graph: graphMeasuresEn, ...familyMeasuresEn }
