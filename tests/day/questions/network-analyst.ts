import { type At, button, type Person, said, search, section, soon } from './question.ts'

const portrait = async (at: At, number: string): Promise<void> => {
  await button(at.panel, at.words.communityAbout(number)).click()
  await section(at, at.words.communityCaption).waitFor()
}

async function surround({ page, words }: At): Promise<void> {
  const { x, y, width, height } = (await page.getByRole('application').boundingBox())!
  await page.getByRole('button', { name: words.lasso }).click()
  const corners = [[0.02, 0.02], [0.6, 0.02], [0.6, 0.6], [0.02, 0.6]] as const // prettier-ignore
  await page.mouse.move(x + corners[0][0] * width, y + corners[0][1] * height)
  await page.mouse.down()
  for (const [across, down] of corners.slice(1)) await page.mouse.move(x + across * width, y + down * height, { steps: 4 }) // prettier-ignore
  await page.mouse.up()
}

/** Somebody who comes from Gephi with a file: the karate club of Zachary (1977). */
export const networkAnalyst: Person = {
  who: 'network analyst',
  opens: 'file',
  questions: [
    {
      asked: 'What holds community 1 together?',
      answer: async at => {
        await portrait(at, '1')
        return said(section(at, at.words.communityCaption).locator('p'), 300)
      },
    },
    {
      asked: 'How do I give it a name that stands in the legend?',
      answer: async at => {
        await portrait(at, '1')
        await at.panel.getByLabel(at.words.communityName, { exact: true }).fill('Round the officer')
        await at.page.keyboard.press('Enter')
        return said(at.page.locator('.legend .key-row').filter({ hasText: 'Round the officer' }))
      },
    },
    {
      asked: 'And take a name back?',
      answer: async at => {
        await portrait(at, '1')
        const field = at.panel.getByLabel(at.words.communityName, { exact: true })
        const before = await field.inputValue()
        await field.fill(`${before} by mistake`)
        await at.page.keyboard.press('Enter')
        await button(at.panel, at.words.undo).click()
        await at.panel.getByText(at.words.takenBack).waitFor(soon)
        return said(at.panel.locator('.panel-title').getByText(before, { exact: true }))
      },
    },
    {
      asked: 'Why are the instructor and the officer apart?',
      answer: async at => {
        await search(at.page, at.words.search, 'Instructor')
        await search(at.panel, at.words.whyWith, 'Officer')
        return said(section(at, at.words.whySides.against).locator('li'))
      },
    },
    {
      asked: 'What would have to be dropped to part them?',
      answer: async at => {
        await search(at.page, at.words.search, 'Instructor')
        await search(at.panel, at.words.whyWith, 'Officer')
        return said(section(at, at.words.whyParting).locator('p'))
      },
    },
    {
      asked: 'Why are communities 1 and 2 two?',
      answer: async at => {
        await portrait(at, '1')
        await section(at, at.words.communityTies).getByRole('button', { name: /^2/ }).click()
        return said(section(at, at.words.whyLeanings).locator('li'))
      },
    },
    {
      asked: 'Who is left of the core in which each has four neighbours?',
      answer: async at => {
        await button(at.panel, at.words.tabFilters).click()
        await at.panel.getByRole('slider', { name: at.words.filterCore }).fill('4')
        return said(at.page.getByRole('group', { name: at.words.filters }))
      },
    },
    {
      asked: 'Who surrounds a corner of the map?',
      answer: async at => {
        await surround(at)
        await at.panel.getByRole('button', { name: at.words.withNeighbours }).click()
        return said(at.panel.locator('.panel-head h2'))
      },
    },
  ],
}
