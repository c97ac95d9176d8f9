import { papers, type Paper } from '../client/draw/paper.ts'
import type { FigurePaper } from '../protocol/figure.ts'

/** What a figure is printed on; where there is no paper, contrasts are reckoned with white. */
export const figurePaperOf = (name: FigurePaper): Paper =>
  name === 'black'
    ? { ...papers.dark, colour: '#000000' }
    : { ...papers.light, colour: name === 'cream' ? papers.light.colour : '#ffffff' }
