import type { measuresEn } from '../en/measures.ts'
import { familyMeasuresFr } from './measures/families.ts'
import { graphMeasuresFr } from './measures/graph.ts'
import { siteMeasuresFr } from './measures/site.ts'

export const measuresFr: typeof measuresEn = { site: siteMeasuresFr, graph: graphMeasuresFr, ...familyMeasuresFr }
