import type { CodedTies } from '#data/store/graph/coded-ties.ts'

const ties = (count: number): string => `${count} ${count === 1 ? 'tie' : 'ties'}`

/** Says of which ties a graph is, where it is of coded ones; ends with a line break. */
export function sayCodedTies(found: CodedTies | null): string {
  if (found === null) return ''
  const { codes, kept, otherwise, even, uncoded } = found
  const left = [
    ...(otherwise > 0 ? [`${ties(otherwise)} coded otherwise`] : []),
    ...(even > 0 ? [`${ties(even)} on which coders are even`] : []),
    ...(uncoded > 0 ? [`${ties(uncoded)} that nobody coded, of which it was not observed what they do`] : []),
  ]
  return `Only the ${ties(kept)} that most of their coders coded ${codes.join(' or ')}${left.length === 0 ? '' : `; left out: ${left.join(', ')}`}.\n`
}
