import { describe, expect, it } from 'vitest'
import { describeStatus } from '#crawler/tell/describe-status.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { relations } from '#data/vocabulary/relations.ts'
import { splitDescription, describedWeight } from '#graph/exchange/import/own-description.ts'
import { relationFacts } from '#graph/exchange/model/relation.ts'
import { files, inCorpus, network, newCorpus } from './imported.ts'

const graphml = (direction: string) =>
  `<graphml><graph edgedefault="${direction}"><node id="a"/><node id="b"/><node id="c"/><edge source="a" target="b"/><edge source="b" target="c"/></graph></graphml>`

describe('what is said of an imported corpus', () => {
  it.each(['directed', 'undirected'])('status tells its ties and their file, and nothing of a crawl: %s', async way => {
    const corpus = newCorpus()
    await network(files({ 'net.graphml': graphml(way) }), corpus)
    const status = inCorpus(corpus, open => crawlStatus(open))
    expect(status.imported).toEqual([{ file: 'net.graphml', format: 'GraphML', ties: 2 }])
    expect(describeStatus('x.sqlite', status, 0)).toBe(
      'x.sqlite\nNothing has been crawled: its ties were imported, 2 from net.graphml (GraphML).\n\nentities  IN 3, OUT 0, UNDECIDED 0, DISCOVERED 0\n',
    )
  })

  it.each([
    '',
    '; all waves',
    '; wave second',
    '; weight at least 2; wave été 2027',
    '; wave second; share 1 of 3 of a crawl, counted from 0',
  ])('title and weight of an export of ours are known again: %s', end => {
    const told = `Entities IN; hyperlinks of all zones; weight: pages${end}`
    expect(splitDescription(`My study. ${told}`)).toEqual({ title: 'My study', description: told })
    expect(describedWeight(told)).toBe('pages')
  })

  it.each(relations.flatMap(relation => [relationFacts[relation].description, relationFacts[relation].ofFile]))(
    'so is the title of one whose edges are: %s',
    edges => {
      for (const ties of [
        'hyperlinks of zones content, blogroll',
        'ties of the imported file',
        'texts of their pages',
      ]) {
        const told = `Entities IN, UNDECIDED; ${ties}; edges: ${edges}; only ties coded credit or other; only links in the matter of pages dated 2011-06-01..; weight at least 2; all waves`
        expect(splitDescription(`My study. ${told}`)).toEqual({ title: 'My study', description: told })
        expect(describedWeight(told)).toBeNull()
      }
    },
  )
})
