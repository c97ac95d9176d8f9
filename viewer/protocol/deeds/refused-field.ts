import type { Deed } from './deeds.ts'
import type { Chosen, ChosenValue, DeedChoice } from './deed-choice.ts'

const mostText = 500

/** The first name in `chosen` that the deed has no such value for; null: all can be said to its command. */
export function refusedField({ fields }: Deed, chosen: Chosen): string | null {
  const stranger = Object.keys(chosen).find(name => !fields.some(field => field.name === name))
  if (stranger !== undefined) return stranger
  return fields.find(field => !canBe(field, chosen[field.name]))?.name ?? null
}

function canBe(field: DeedChoice, value: ChosenValue | undefined): boolean {
  if (field.kind === 'subject') return isText(value) && value !== ''
  if (value === undefined) return true
  switch (field.kind) {
    case 'switch':
    case 'unless':
      return typeof value === 'boolean'
    case 'one':
      return typeof value === 'string' && field.options.includes(value)
    case 'some':
      return Array.isArray(value) && value.every(one => field.options.includes(one))
    case 'number':
      return (
        typeof value === 'number' &&
        value >= field.least &&
        value <= field.most &&
        (!field.isWhole || Number.isInteger(value))
      )
    case 'text':
      return field.isRepeated ? typeof value === 'string' && value.split('\n').every(isText) : isText(value)
  }
}

/** One line, of an ordinary length. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= mostText && !/\p{Cc}/u.test(value)
