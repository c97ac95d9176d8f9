import { type At, button, type Person, said, soon } from './question.ts'

const change = async (at: At): Promise<void> => {
  await button(at.page, at.words.screenNames.change).click()
  await at.panel.locator('.changes').first().waitFor(soon)
}

/** Somebody who looks again, two months or ten years later. */
export const returningResearcher: Person = {
  who: 'returning researcher',
  opens: 'demonstration',
  questions: [
    {
      asked: 'What became of the ties since the wave before?',
      answer: async at => {
        await change(at)
        return (await at.panel.locator('.changes summary').allInnerTexts()).join(', ').replace(/\s+/g, ' ')
      },
    },
    {
      asked: 'Which sentence said a tie that is gone?',
      answer: async at => {
        await change(at)
        const gone = at.panel.locator('.changes').filter({ hasText: at.words.meaningsOfChange.gone })
        await gone.locator('summary').first().click()
        await gone.getByText(at.words.itsHyperlinks, { exact: true }).first().click()
        return said(gone.locator('blockquote'))
      },
    },
    {
      asked: 'What is not known, because nobody looked?',
      answer: async at => {
        await change(at)
        const unknown = at.panel.locator('.changes').filter({ hasText: at.words.meaningsOfChange.unknown })
        await unknown.locator('summary').first().click()
        return said(unknown.locator('li .hint'))
      },
    },
    {
      asked: 'Which communities split, merged or came anew?',
      answer: async at => {
        await change(at)
        await at.page.getByText(at.words.flowsAsTable, { exact: true }).click()
        return said(at.page.locator('details[open] tbody tr').last())
      },
    },
  ],
}
