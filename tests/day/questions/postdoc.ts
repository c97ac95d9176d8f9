import { button, type Person, said, search, section } from './question.ts'

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

/** The same person, of a copy: whoever is forgotten takes what was analysed along, and the other questions would have no answer. */
export const askedToForget: Person = {
  who: 'postdoc',
  opens: 'copy of the demonstration',
  questions: [
    {
      asked: 'Somebody objects to being in it: how are they forgotten?',
      answer: async at => {
        // Nobody is forgotten twice.
        await search(at.page, at.words.search, at.language === 'fr' ? 'Palier' : 'Deux Rives')
        await at.panel.getByText(at.words.edit, { exact: true }).click()
        await at.panel.getByText(at.words.forgetThis, { exact: true }).click()
        await button(at.panel, at.words.deeds.forget.go).click()
        await button(at.panel, at.words.forgetGo).click()
        return said(at.panel.getByText(at.language === 'fr' ? /est oublié/ : /is forgotten/))
      },
    },
  ],
}
