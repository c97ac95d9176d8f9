/** A choice that a deed offers: one option of its command. What is left as the command has it anyway is not said. */
export type DeedChoice =
  | OneOfMany
  /** Some of a list, said with commas; all of them, or none: not said. */
  | (Named & { readonly kind: 'some'; readonly options: readonly string[]; readonly preset: readonly string[] })
  | (Named & { readonly kind: 'switch' })
  /** Said when it is switched off: the command has it on by itself. */
  | (Named & { readonly kind: 'unless' })
  | (Named & {
      readonly kind: 'number'
      readonly least: number
      readonly most: number
      readonly preset: number
      readonly isWhole: boolean
    })
  | (Named & {
      readonly kind: 'text'
      /** The option is said once for each of several, a line each. */
      readonly isRepeated?: true
      /** What the study has to choose from. */
      readonly from?: 'waves' | 'columns' | 'stories'
    })
  /** Said without an option, at the end; it must be there. */
  | { readonly kind: 'subject'; readonly name: string }

interface Named {
  readonly name: string
  readonly flag: string
}

export interface OneOfMany extends Named {
  readonly kind: 'one'
  readonly options: readonly string[]
  /** Not said, since the command takes it by itself; null: always said. */
  readonly preset: string | null
}

/** What was chosen, by the names of fields; a field that is not there stands as it is. */
export type Chosen = Readonly<Record<string, ChosenValue>>
export type ChosenValue = string | number | boolean | readonly string[]
