import type { MeasureCard } from './measure.ts'

/** What a measure is called and said to be: of a network whose ties a file told, without a word that is true of a crawl alone. */
export const saidOf = ({ title, description, ofFile }: MeasureCard, isOfFile: boolean) =>
  isOfFile ? ofFile : { title, description }
