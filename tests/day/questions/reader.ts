import { button, type Person, said, search, section } from './question.ts'

/** A colleague, or a reviewer, who was sent a link to a tie of a published page, and opens it on a phone. `unread`: a site of which no page was read. */
export const reader = (unread: string): Person => ({
  who: 'reader',
  opens: 'published page',
  phone: true,
  questions: [
    { asked: 'In which sentence is it cited?', answer: at => said(at.panel.locator('blockquote')) },
    {
      asked: 'Why are these two together, or apart?',
      answer: async at => {
        await button(at.panel, at.words.whyBetween).click()
        return said(section(at, at.words.whySides.for).locator('li'))
      },
    },
    {
      asked: 'Does the address of that answer bring it back?',
      answer: async at => {
        await button(at.panel, at.words.whyBetween).click()
        const before = await said(section(at, at.words.whySides.for))
        await at.page.reload()
        const after = await said(section(at, at.words.whySides.for))
        if (after !== before) throw new Error(`'${after}', not '${before}'`)
        return decodeURIComponent(new URL(at.page.url()).hash)
      },
    },
    {
      asked: 'In which community is the first of them, and what is it?',
      answer: async at => {
        await at.panel.locator('.tie-title .end').first().click()
        await at.panel.getByRole('button', { name: at.words.communityAbout('') }).click()
        return said(section(at, at.words.communityCaption).locator('p'), 300)
      },
    },
    {
      asked: `Does ${unread} cite nobody, or was it not read?`,
      answer: async at => {
        await search(at.page, at.words.search, unread)
        return said(at.panel.getByText(at.words.notRead))
      },
    },
  ],
})
