import { cleanText } from '#data/table/clean-text.ts'

/** A person, or a group under one name. */
export type StudyAuthor = { readonly family: string; readonly given: string } | { readonly name: string }

interface License {
  readonly name: string
  /** SPDX's page of it; null where no license was named. */
  readonly url: string | null
}

/** What a deposit says of its study. */
export interface StudyAbout {
  readonly title: string
  readonly description: string
  readonly authors: readonly StudyAuthor[]
  readonly license: License
  /** ISO 8601, a day: the corpus' own last date. */
  readonly date: string
  /** As corpusOrigin gives it; empty if there is none. */
  readonly corpus: string
  /** Of Toile. */
  readonly version: string
}

/** What stands where nobody said: it says so, and how to say it. */
export const placeholders = {
  author: { name: 'PLACEHOLDER: no author was named (export --author "Family, Given")' },
  license: 'PLACEHOLDER: no license was named (export --license CC-BY-4.0)',
} as const

/** 'Curie, Marie' is a person, 'Toile contributors' a group. */
export function readAuthor(text: string): StudyAuthor {
  const [family = '', ...given] = cleanText(text)
    .split(',')
    .map(part => part.trim())
  return given.length === 0 ? { name: family } : { family, given: given.join(', ') }
}

export const licenseOf = (id: string | undefined): License =>
  id === undefined ? { name: placeholders.license, url: null } : { name: id, url: `https://spdx.org/licenses/${id}` }
