import type { Locator, Page } from 'playwright'
import type { Language } from '#data/vocabulary/languages.ts'
import type { PageWords } from '#data/vocabulary/words/page-words.ts'

/** A person's hands before an open page, in their language. */
export interface At {
  readonly page: Page
  readonly words: PageWords
  readonly language: Language
  /** The panel in which answers stand. */
  readonly panel: Locator
}

export interface Question {
  readonly asked: string
  /** Does what it takes in the page, and returns what the page says. @throws when it says nothing. */
  readonly answer: (at: At) => Promise<string>
}

/** Somebody of whom USERS.md told what they want to know. Each question begins where they opened the page. */
export interface Person {
  readonly who: string
  /** The demonstration with its four waves, a file of ties from another program, or a page that somebody published. */
  readonly opens: 'demonstration' | 'copy of the demonstration' | 'file' | 'published page'
  /** Held in the hand. */
  readonly phone?: true
  readonly questions: readonly Question[]
}

export const soon = { timeout: 120_000 }

export const button = (at: Page | Locator, name: string | RegExp): Locator =>
  at.getByRole('button', { name, exact: true })

/** The section of the panel under this heading. */
export const section = ({ panel, page }: At, heading: string | RegExp): Locator =>
  panel.locator('section').filter({ has: page.getByRole('heading', { name: heading }) }).first() // prettier-ignore

/** A site found by its name in a box of the page. */
export async function search(within: Page | Locator, box: string, name: string): Promise<void> {
  await within.getByRole('combobox', { name: box }).first().fill(name)
  await within.getByRole('option').first().click()
}

/** What stands there, in one line. @throws when nothing does. */
export async function said(where: Locator, most = 160): Promise<string> {
  await where.first().waitFor(soon)
  const text = (await where.first().innerText()).replace(/\s+/g, ' ').trim()
  if (text === '') throw new Error('the page says nothing')
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
