import type { Deed } from './deeds.ts'
import type { Chosen, ChosenValue, DeedChoice } from './deed-choice.ts'

/** Where a deed is done: the study, and the folder for what it makes. */
export interface DeedPlace {
  readonly corpus: string
  readonly folder: string
  readonly title: string
  /** What parts names of folders here: '/' or '\'. */
  readonly separator: string
}

/** The words of the command of a deed, without the program's own. Values are taken as they are: see `refusedField`. */
export function deedArgs(deed: Deed, chosen: Chosen, place: DeedPlace): string[] {
  const { command, always = [], fields } = deed
  const made = madeName(deed, chosen, place.title)
  const subject = fields.find(({ kind }) => kind === 'subject')
  const named = subject && String(chosen[subject.name] ?? '')
  return [
    ...command,
    ...fields.flatMap(field => argsOf(field, chosen[field.name])),
    ...(made === null ? [] : ['--out', `${place.folder}${place.separator}${made}`]),
    ...(command[0] === 'opt-out' ? [] : ['--corpus', place.corpus]),
    ...always,
    // After '--' nothing is an option, whatever a stranger's address looks like.
    ...(named === undefined ? [] : [...(named.startsWith('-') ? ['--'] : []), named]),
  ]
}

/** What the deed writes is called so; null: it writes nothing to take away. */
export function madeName({ makes }: Deed, { graph = 'links', language }: Chosen, title: string): string | null {
  if (makes === undefined) return null
  const what = graph === 'links' ? '' : `-${String(graph)}`
  return title + what + makes.ending + (typeof language === 'string' ? `-${language}` : '')
}

function argsOf(field: DeedChoice, value: ChosenValue | undefined): string[] {
  switch (field.kind) {
    case 'subject':
      return []
    case 'switch':
      return value === true ? [field.flag] : []
    case 'unless':
      return value === false ? [field.flag] : []
    case 'one':
      return value === undefined || value === field.preset ? [] : option(field.flag, String(value))
    case 'number':
      return value === undefined || value === field.preset ? [] : option(field.flag, String(value))
    case 'some':
      return Array.isArray(value) && value.length > 0 && !sameWords(value, field.preset)
        ? option(field.flag, field.options.filter(one => value.includes(one)).join(','))
        : []
    case 'text':
      return linesOf(value, field.isRepeated === true).flatMap(text => option(field.flag, text))
  }
}

const linesOf = (value: ChosenValue | undefined, isRepeated: boolean): string[] =>
  typeof value === 'string'
    ? (isRepeated ? value.split('\n') : [value]).map(text => text.trim()).filter(text => text !== '')
    : []

/** A value that begins as an option does is tied to its own. */
const option = (flag: string, value: string): string[] => (value.startsWith('-') ? [`${flag}=${value}`] : [flag, value])

const sameWords = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every(one => others.includes(one))
