import { z } from 'zod'
import { printable } from '../command/printable.ts'
import { type Language, languages } from '../vocabulary/languages.ts'
import type { Story } from './story.ts'

const control = (allowed: string): RegExp => new RegExp(`^(?:[${allowed}]|\\P{Cc})*$`, 'u')

const line = (most: number) => {
  const error = `text in one line, of at most ${most} characters`
  return z.string({ error }).max(most, { error }).regex(control(''), { error })
}
const longText = (most: number) => {
  const error = `text of at most ${most} characters`
  return z
    .string({ error })
    .max(most, { error })
    .regex(control(String.raw`\n\t`), { error })
}

/** A text in each language; one that isn't said is not written. */
const inLanguages = (text: z.ZodString) =>
  z.strictObject(
    Object.fromEntries(languages.map(one => [one, text.default('')])) as Record<Language, z.ZodDefault<z.ZodString>>,
    {
      error: `texts by language: ${languages.join(', ')}`,
    },
  )

const id = line(2000).min(1, { error: 'an id of an entity' })

const quote = z.strictObject(
  { source: id, target: id, page: line(8000), anchor: line(20_000), context: line(20_000) },
  { error: 'a quote: source, target, page, anchor, context' },
)

const step = z.strictObject(
  {
    view: line(4000).default(''),
    heading: inLanguages(line(300)),
    text: inLanguages(longText(8000)),
    quotes: z.array(quote, { error: 'a list of quotes' }).max(20, { error: 'at most 20 quotes' }).default([]),
  },
  { error: 'a step: view, heading, text, quotes' },
)

/** A story as it comes over the wire or from a file; messages say what is expected. */
export const storyShape = z.strictObject(
  {
    name: z.string({ error: nameRule() }).regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: nameRule() }),
    title: inLanguages(line(300)),
    steps: z.array(step, { error: 'a list of steps' }).max(100, { error: 'at most 100 steps' }),
  },
  { error: 'a story: name, title, steps' },
)

function nameRule(): string {
  return "a name of a to z, 0 to 9 and '-', of at most 60 characters"
}

/** What is wrong with `value` as a story: found and expected, a line for each place; empty: nothing. */
export const storyFaults = (value: unknown): string[] =>
  (storyShape.safeParse(value).error?.issues ?? []).map(({ path, message }) => {
    const place = path.length === 0 ? '' : `${path.map(String).join('.')}: `
    return `${place}${showFound(path.reduce<unknown>(partOf, value))} found, expected ${message}`
  })

const partOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined

function showFound(value: unknown): string {
  const text = value === undefined ? 'nothing' : printable(JSON.stringify(value))
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** @throws when it is none; see storyFaults. */
export const readStory = (value: unknown): Story => storyShape.parse(value)
