/** The names in braces of a template: 'who' | 'what' of '{who} cites {what}'. */
export type NamesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

/** What stands in the place of a name; a list is read as alternatives. */
export type FilledValue = string | number | readonly string[]

/** A sentence without its language: a code of `Table`, whose templates are English, and what its template names. */
export type SayingOf<Table extends Readonly<Record<string, string>>> = {
  readonly [Code in keyof Table & string]: {
    readonly code: Code
    readonly values: Readonly<Record<NamesIn<Table[Code]>, FilledValue>>
  }
}[keyof Table & string]

/** How a language writes alternatives: 'a' or 'b'. */
export interface Alternatives {
  readonly quoted: (text: string) => string
  readonly or: string
}

/** `template` with `values` in the place of the names in braces. */
export const fill = (
  template: string,
  values: Readonly<Record<string, FilledValue | undefined>>,
  { quoted, or }: Alternatives,
): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'object' ? value.map(quoted).join(or) : String(value)
  })
