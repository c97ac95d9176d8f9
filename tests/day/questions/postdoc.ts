import { button, type Person, said, section } from './question.ts'

/** A French postdoc, no developer, who studies whether French campaigns took up American ways. */
export const postdoc: Person = {
  who: 'postdoc',
  opens: 'demonstration',
  questions: [
    {
      asked: 'Which sites stand between France and the United States, more than chance would have it?',
      answer: at => said(section(at, at.words.brokers).locator('.row')),
    },
    {
      asked: 'How much do French sites cite American ones, beside what both ends let expect?',
      answer: async at => {
        await button(at.page, at.words.screenNames.matrix).click()
        const name = at.language === 'fr' ? 'France → États-Unis' : 'France → United States'
        const flows = at.page.getByRole('region', { name: at.words.importsTable })
        return said(flows.locator('tr').filter({ has: at.page.getByRole('button', { name, exact: true }) }))
      },
    },
    {
      asked: 'In which sentence does the strongest tie across the Atlantic stand?',
      answer: async at => {
        await section(at, at.words.strongestAbroad).getByRole('button').first().click()
        return said(at.panel.locator('blockquote'))
      },
    },
    {
      asked: 'Why are these two together, or apart?',
      answer: async at => {
        await section(at, at.words.strongestAbroad).getByRole('button').first().click()
        await button(at.panel, at.words.whyBetween).click()
        return said(section(at, at.words.whySides.for).locator('li'))
      },
    },
    {
      asked: 'How much could not be read?',
      answer: at => said(at.panel.locator('dl.facts > div').filter({ hasText: at.words.figureUnread })),
    },
  ],
}
