import { languages } from '#data/vocabulary/languages.ts'
import { type Deed, deeds, makingDeeds } from './deeds.ts'

const endings = makingDeeds.flatMap(name => {
  const { makes, fields }: Deed = deeds[name]
  const graphs = fields.flatMap(field => (field.kind === 'one' && field.name === 'graph' ? field.options : []))
  return makes === undefined ? [] : [{ ending: makes.ending, graphs }]
})

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What follows a study's name in the name of what the page makes of it (`madeName`). */
export const madeEnding = new RegExp(
  `^(?:${endings
    .map(
      ({ ending, graphs }) =>
        `(?:${['', ...graphs.map(graph => literally(`-${graph}`))].join('|')})${literally(ending)}`,
    )
    .join('|')})(?:-(?:${languages.join('|')}))?$`,
)
