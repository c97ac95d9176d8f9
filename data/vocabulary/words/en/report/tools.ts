import { code, prose as p, type Prose } from '#data/vocabulary/words/prose.ts'
import type { Num } from '#data/vocabulary/words/num.ts'
import { toolCategoriesEn } from '../tool-categories.ts'
import { sites } from './nouns.ts'

/** Whose tools sites use, in English. */
export const toolsEn = {
  tools: {
    lead: (looked: Num): Prose =>
      p`What the pages of ${sites(looked)} take from the hosts of others (scripts, styles, images, frames, forms), the marks of their engines and the names of their cookies show whose software they run. No hyperlink is counted here, and nothing of it in a weight. A site of which no page was read is not among them: what it uses is not known. What scripts load later shows only on pages that a browser read, so that a number here is a least. ${code('./toile tools --by page')} lists the evidence.`,
    none: p`No tool of the table is used by any site that was read.`,
    table: 'Tools by the number of sites that use them',
    tool: 'Tool',
    maker: 'Maker',
    country: 'Country',
    noCountry: 'none',
    category: 'What it does',
    categories: toolCategoriesEn,
    sites: 'Sites',
    byCountry: 'Sites by country, tools by the country of their makers',
    chance: p`A site counts where it uses at least one tool of a maker of that country. Expected is what chance would give: as many users as there are, dealt out among the sites of the same kind regardless of their country (the hypergeometric distribution; Fisher's exact test, two-sided). q is p corrected for all rows of the table that the command writes (Benjamini and Hochberg 1995).`,
    kinds: 'By kind of site',
    waves: 'By wave',
    kind: 'Kind',
    allKinds: 'all kinds',
    wave: 'Wave',
    sitesOf: 'Sites',
    toolsOf: 'Tools',
    looked: 'Read',
    users: 'Use some',
    expected: 'Expected',
    tables: {
      'tools-tool.csv': 'tools with the sites that use them',
      'tools-kind.csv': 'countries of sites by countries of makers, by kind of site',
      'tools-wave.csv': 'countries of sites by countries of makers, by wave',
    } as Record<string, string>,
  },
}
