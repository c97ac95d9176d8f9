import type { Locator } from 'playwright'
import { type At, button, type Person, section, soon } from './question.ts'

async function taken({ page }: At, link: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download', soon), link.click()])
  await file.path()
  return file.suggestedFilename()
}

/** Somebody who writes the article, and hands the numbers to a statistician. */
export const author: Person = {
  who: 'author',
  opens: 'demonstration',
  questions: [
    {
      asked: 'Figure 3 of the article, as a PDF?',
      answer: async at => {
        await button(at.page, at.words.tabPublish).click()
        await button(at.panel, at.words.figureNew).click()
        const studio = at.page.locator('dialog.studio')
        await studio.locator('image').waitFor(soon)
        return taken(at, button(studio, at.words.figureSave('PDF')))
      },
    },
    {
      asked: 'Two sentences for its caption, about community 1?',
      answer: async at => {
        await button(at.panel, at.words.communityAbout('1')).click()
        await button(at.panel, at.words.copyCaption).click()
        await section(at, at.words.communityCaption).getByText(at.words.copied).waitFor()
        return at.page.evaluate(() => navigator.clipboard.readText())
      },
    },
    {
      asked: 'Tables for Stata?',
      answer: async at => {
        await button(at.page, at.words.tabPublish).click()
        await at.panel.locator('.deed-fold > summary').filter({ hasText: 'Stata' }).click()
        await at.panel.locator('.deed-fold[open]').getByRole('button').last().click()
        const link = at.panel.locator('.made-now').getByRole('link').first()
        await link.waitFor(soon)
        return taken(at, link)
      },
    },
    {
      asked: 'A quotation with its source?',
      answer: async at => {
        await section(at, at.words.strongestAbroad).getByRole('button').first().click()
        await at.panel.locator('blockquote').first().waitFor(soon)
        await button(at.panel, at.words.copyCitation).first().click()
        await at.panel.getByText(at.words.copied).first().waitFor()
        return (await at.page.evaluate(() => navigator.clipboard.readText())).split('\n')[0]!
      },
    },
  ],
}
