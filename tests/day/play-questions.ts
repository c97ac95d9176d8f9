import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
import { type Language, languages, locales } from '#data/vocabulary/languages.ts'
import { pageWords, pageWordsOfFile } from '#data/vocabulary/words/page-words.ts'
import { chromiumFlags, findChromium } from '#crawler/fetch/find-chromium.ts'
import { Diary } from './diary.ts'
import { askedFiles, type AskedFiles } from './questions/asked-files.ts'
import { author } from './questions/author.ts'
import { networkAnalyst } from './questions/network-analyst.ts'
import { askedToForget, postdoc } from './questions/postdoc.ts'
import type { At, Person } from './questions/question.ts'
import { reader } from './questions/reader.ts'
import { returningResearcher } from './questions/returning-researcher.ts'

/**
 * `npm run play-questions`: what five people want to know, asked in Chromium by real clicks, in each language, of the demonstration, of a file of ties and of a page that
 * was published. Prints each question with its clicks, filled fields and what the page says; leaves a picture of each answer. A question without an answer ends it with 1.
 */
const desk = { viewport: { width: 1280, height: 800 } } as const
const hand = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } as const
const permissions = ['clipboard-read', 'clipboard-write']

async function open(
  browser: Browser,
  address: string,
  { phone }: Person,
  language: Language,
  diary: Diary,
): Promise<Page> {
  // prettier-ignore
  const settings: BrowserContextOptions = phone ? hand : { ...desk, permissions }
  const context = await browser.newContext({ ...settings, locale: locales[language], reducedMotion: 'reduce' })
  await diary.watch(context)
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('canvas').first().waitFor()
  return page
}

interface Answered {
  readonly person: string
  readonly asked: string
  readonly language: Language
  readonly clicks: number
  readonly fields: number
  readonly said: string
}

/** Asks one person's questions, each at a page that was opened anew. */
async function ask(
  browser: Browser,
  files: AskedFiles,
  person: Person,
  language: Language,
  diary: Diary,
): Promise<Answered[]> {
  // prettier-ignore
  const words = (person.opens === 'file' ? pageWordsOfFile : pageWords)[language]
  const answered: Answered[] = []
  for (const [nth, { asked, answer }] of person.questions.entries()) {
    const page = await open(browser, files.addressOf(person.opens), person, language, diary)
    const trouble: string[] = []
    page.on('pageerror', error => trouble.push(error.message))
    const at: At = { page, words, language, panel: page.locator('#reading') }
    let said = ''
    try {
      await diary.aim(`${language} ${person.who}: ${asked}`, async () => void (said = await answer(at)))
    } catch (error) {
      said = ''
      process.stdout.write(`${language} ${person.who}: ${asked}\n  NOT ANSWERED: ${String(error).split('\n')[0]}\n`)
      process.exitCode = 1
    }
    if (said !== '') {
      const { clicks, fields } = diary.entries.at(-1)!
      process.stdout.write(`  ${said}\n`)
      answered.push({ person: person.who, asked, language, clicks, fields, said })
    }
    if (trouble.length > 0) throw new Error(`the page had errors: ${trouble.join('; ')}`)
    await diary.look(page, `${language}-${person.who.replace(' ', '-')}-${nth + 1}`)
    await page.context().close()
  }
  return answered
}

/** As EVALUATION has it: one row a question, the clicks of each language where they differ. */
function table(answered: readonly Answered[]): string {
  const questions = Map.groupBy(answered, ({ person, asked }) => `| ${person} | ${asked}`)
  const rows = [...questions].map(([question, own]) => {
    const each = (read: (one: Answered) => number): string => [...new Set(own.map(read))].join(' or ')
    return `${question} | ${each(({ clicks }) => clicks)} | ${each(({ fields }) => fields)} | ${own.at(-1)!.said.replaceAll('|', '/')} |`
  })
  return ['| who | asks | clicks | fields | the page says |', '|---|---|--:|--:|---|', ...rows].join('\n')
}

interface Wish {
  readonly out: string
  readonly demo?: string
  readonly only?: string
}

await new Command('play-questions')
  .option('--out <folder>', 'where the pictures go', 'questions')
  .option('--demo <file>', 'the demonstration, as `toile demo` made it; else it is made now')
  .option('--only <person>', 'the questions of one person')
  .action(async (wish: Wish) => {
    const out = resolve(wish.out)
    mkdirSync(out, { recursive: true })
    const place = mkdtempSync(join(tmpdir(), 'toile-questions-'))
    const executablePath = (await findChromium()) ?? undefined
    const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
    const files = await askedFiles(place, browser, wish.demo && resolve(wish.demo))
    try {
      const people = [postdoc, askedToForget, networkAnalyst, returningResearcher, author, reader(files.unread)]
      const diary = new Diary(out)
      const answered: Answered[] = []
      for (const person of people.filter(({ who }) => wish.only === undefined || who === wish.only))
        for (const language of languages) answered.push(...(await ask(browser, files, person, language, diary)))
      process.stdout.write(`\n${table(answered)}\n`)
      if (new Set(answered.map(({ person }) => person)).size === 0) throw new Error('nobody was asked')
    } finally {
      await browser.close()
      await files.close()
      rmSync(place, { recursive: true, force: true })
    }
  })
  .parseAsync()
