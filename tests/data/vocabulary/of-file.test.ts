import { describe, expect, it } from 'vitest'
import { languages } from '#data/vocabulary/languages.ts'
import { measureWordsOfFile } from '#data/vocabulary/words/measure-words.ts'
import { ofFile } from '#data/vocabulary/words/of-file.ts'
import { pageWordsOfFile } from '#data/vocabulary/words/page-words.ts'
import { code, prose, strong, theirs } from '#data/vocabulary/words/prose.ts'
import { reportWordsOfFile } from '#data/vocabulary/words/report-words.ts'
import { crawlWords } from './crawl-words.ts'

const nouns = { site: 'node', sites: 'nodes', Site: 'Node' }

describe('ofFile(words, nouns, over)', () => {
  const words = {
    kind: 'Kind of site',
    title: (name: string): string => `Site ${name}`,
    counted: (n: number): string => (n === 1 ? '1 site' : `${n} sites`),
    choice: (answer: 'yes' | 'no'): string => ({ yes: 'The site is read.', no: 'No site.' })[answer],
    told: { lead: prose`${strong(prose`A site`)}: ${theirs('My site')} ${code('--site')}`, cites: 'cites' },
  }
  const told = ofFile(words, nouns, { told: { cites: 'has a tie to' } })

  it('says its own nouns anew, at any depth, and what stands in their place as it is', () => {
    expect([told.kind, told.counted(1), told.counted(3), told.told.cites]).toEqual([
      'Kind of node',
      '1 node',
      '3 nodes',
      'has a tie to',
    ])
    expect(told.told.lead).toEqual(prose`${strong(prose`A node`)}: ${theirs('My site')} ${code('--site')}`)
  })

  it('leaves what it is given: names of nodes, whatever they hold, and codes', () => {
    expect(told.title('a site of sites, \u{f0000}0\u{f0001}')).toBe('Node a site of sites, \u{f0000}0\u{f0001}')
    expect(told.title('website')).toBe('Node website')
    expect(told.choice('yes')).toBe('The node is read.')
  })

  it('changes whole words alone', () => {
    const other = ofFile({ text: 'websites, single_sites, on-site, Sites' }, nouns, {})
    expect(other.text).toBe('websites, single_sites, on-node, Sites')
  })
})

/** Entries of the words that are said of crawls alone: of what was read, of zones, waves and the like. */
const saidOfCrawls: Readonly<Record<string, RegExp>> = {
  measures: /^predictors\.(?:log_pages_|similarity)/,
  report:
    /^(?:pages|shard|pending|weightOfFileToo|network\.tiesSimilar|sections\.(?:zones|words|tools)|summary\.(?:read|size)|(?:observed|unobserved|zones|waves|change|written|past|grammar|saidWords|tools)\..*|edgesSection\.(?:onlyComments|place|published|seen|alike|untitled)|robustness\.(?:lead|trials\..*)|sources\.(?:lead|tableNames\.(?:links|changes)\.csv)|method\.(?:counted|crawl|crawlOfWave|shares|limitsOfCrawl|hyperlink|allZones|someZones))$/,
  page: /^(?:crawledOn|(?:crawl|jobs?|seeds|stud(?:y|ies)|start|summary|newStudy|import|openDemo|published|empty|failed|page|night)[A-Z.].*|pagesReadOf|awake\.no|demoRunning|deeds\.(?:publish|classify|opt-out|iramuteq)\..*|deedFields\.(?:zones|written|columns)|classified|forgotten(?:Archive)?|pages|links|neverCrawled|notAnalysed|tabCrawl|searchWords|searchTitle|weightOfBoth|hoverTie|filterZones|filterDates|datesOf|noDates|datedPages|filterWaves|wavesHint|meaningsOfChange\..*|changes(?:Hint|Command)|causesOfChange\..*|itsHyperlinks|figure(?:Links|Pages|Unread)|pagesRead|reverseTie|zoneFilter|onPages|inTemplates|templateOn|linksOf(?:Wave|AllWaves|Dates)|untitled|copyCitation|collectedBy|noEvidenceZone|morePages|ownCopy|pagesInState|columns\.pages_fetched|zones\.(?:footer|blogroll)|htmlTitle|htmlHint|evidenceLeftOut|siteWords\w*|sitesWords|similar\w*(?:\..*)?|pagesSay\w+|texts(?:Title|Kept)|groupWordsHint|saidTitle|borrowed\w*(?:\..*)?|toolCategories\..*|inkHint|pictureNoise)$/,
}

const texts = ['§a§', '§b§', '§c§', '§d§', '§e§', '§f§']
const numbers = texts.map((mark, at) => ({ value: 101 + at, from: { table: 'none', take: mark } }))
const given: Readonly<Record<string, readonly unknown[]>> = { measures: texts, report: numbers, page: texts }

function entries(words: object, path = ''): [path: string, word: unknown][] {
  return Object.entries(words).flatMap(([name, word]: [string, unknown]): [string, unknown][] =>
    typeof word === 'object' && word !== null && !Array.isArray(word)
      ? entries(word, `${path}${name}.`)
      : [[`${path}${name}`, word]],
  )
}

/** What is said, without code. */
function flat(said: unknown): string {
  if (Array.isArray(said)) return said.map(flat).join('')
  if (typeof said !== 'object' || said === null) return String(said)
  if ('kind' in said && said.kind === 'code') return ''
  return Object.values('text' in said ? [said.text] : said)
    .map(flat)
    .join(' ')
}

const says = (word: unknown, values: readonly unknown[]): string =>
  flat(typeof word === 'function' ? (word as (...values: unknown[]) => unknown)(...values) : word)

describe('the words of a network that came as a file', () => {
  const dictionaries = { measures: measureWordsOfFile, report: reportWordsOfFile, page: pageWordsOfFile }
  describe.each(Object.entries(dictionaries))('%s', (name, dictionary) => {
    it.each(languages)('say nothing in %s that is true of a crawl alone', language => {
      const wrong = entries(dictionary[language])
        .filter(([path]) => !saidOfCrawls[name]!.test(path))
        .map(([path, word]) => `${path}: ${says(word, given[name]!)}`)
        .filter(line => crawlWords[language].test(line.slice(line.indexOf(':'))))
      expect(wrong).toEqual([])
    })
  })

  it('would be found wrong, were they those of a crawl', () => {
    expect(crawlWords.en.test('Sites cite abroad')).toBe(true)
    expect(crawlWords.fr.test('Réseau d’hyperliens')).toBe(true)
  })
})
