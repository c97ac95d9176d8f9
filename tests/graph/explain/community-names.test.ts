import { describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { nameCommunity } from '#data/store/curate/name-community.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { communityNames } from '#data/store/graph/community-names.ts'
import { eventLog } from '#data/store/map/entity-facts.ts'
import { storeAnalysis } from '#data/store/graph/results.ts'
import type { EntityId } from '#data/url/brand.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { nodeTable } from '#graph/exchange/model/node-fields.ts'
import { namingOf } from '#graph/analysis/communities/naming-of.ts'
import { communityCommand } from '#graph/explain/commands/community-command.ts'
import { listCommunities } from '#graph/explain/commands/list-communities.ts'
import { publishedData } from '#viewer/publish/map-page.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { emptyCorpus, seeded, someTime } from '../../data/store/invented-corpus.ts'

const letters = [...'abcdefghij']
const author = { actor: 'user', reason: '', now: someTime }

function corpusOfTen(): Corpus {
  const corpus = emptyCorpus()
  seeded(corpus, ...letters.map(letter => `https://${letter}.example/`))
  return corpus
}

/** Stores an analysis whose communities are those written, 'abc def': their numbers are those of their order. */
function analyse(corpus: Corpus, communities: string): void {
  const numbers = communities.split(' ').flatMap((own, at) => [...own].map(letter => [`${letter}.example` as EntityId, at + 1] as const)) // prettier-ignore
  storeAnalysis(corpus, 1, {
    ...{ options: {}, nodes: 10, edges: 0, graphHash: communities, graphValues: [], findings: new Map() },
    nodeValues: new Map([['community', new Map(numbers)]]),
  })
}

const name = (corpus: Corpus, number: number, called: string): number | null =>
  nameCommunity(corpus, author, namingOf(corpus, { number }, called))

/** As they are listed: 'number name left/given warning'. */
const listed = (corpus: Corpus): string[] =>
  listCommunities(corpus)
    .filter(one => one.name !== '')
    .map(one => `${one.community} ${one.name} ${one.left}/${one.given} ${one.warning}`.trim())

describe('a name that a person gives to a community', () => {
  it('follows most of its sites into the next analysis, whatever their number is there, with a warning below one half', () => {
    const corpus = corpusOfTen()
    analyse(corpus, 'abcdef ghij')
    name(corpus, 1, 'The left')
    name(corpus, 2, 'The right')
    // The first one splits: four keep the name; of the second one nothing changes but its number.
    analyse(corpus, 'abcd ghij ef')
    expect(listed(corpus)).toEqual(['1 The left 4/6', '2 The right 4/4'])
    // Into three parts: no half is left. Jaccard 2/6 = ab, cd, ef alike: the lowest number of those with as many.
    analyse(corpus, 'ghij ab cd ef')
    expect(listed(corpus)).toEqual(['1 The right 4/4', '2 The left 2/6 gone'])
    // Exactly one half is no less than one half.
    analyse(corpus, 'ghij abc d ef')
    expect(listed(corpus)).toEqual(['1 The right 4/4', '2 The left 3/6'])
  })

  it('goes to the more alike of two communities, once; what nobody bears is kept and may be given anew', () => {
    const corpus = corpusOfTen()
    analyse(corpus, 'abcd ef ghij')
    name(corpus, 1, 'Large')
    name(corpus, 2, 'Small')
    // Both in one: Jaccard 4/6 against 2/6.
    analyse(corpus, 'abcdef ghij')
    expect(listed(corpus)).toEqual(['1 Large 4/4', 'null Small 0/2 lost'])
    expect(() => name(corpus, 2, 'Large')).toThrow("another community is called 'Large'")
    name(corpus, 2, 'Small')
    expect(listed(corpus)).toEqual(['1 Large 4/4', '2 Small 4/4'])
    // Most of it is new: ab of abghij. A site alone bears no name.
    analyse(corpus, 'abghij ef c d')
    name(corpus, 1, '')
    expect(listed(corpus)).toEqual(['1 Large 2/4 new'])
  })

  it('is an event that can be taken back, in its order, and is gone from what was forgotten', () => {
    const corpus = corpusOfTen()
    analyse(corpus, 'abcde fghij')
    const first = name(corpus, 1, 'One')!
    expect(name(corpus, 1, 'One')).toBeNull()
    const second = name(corpus, 1, 'Two')!
    const actions = eventLog(corpus, 'a.example', 2).map(({ action }) => action)
    expect(actions).toEqual(['name-community', 'name-community'])
    expect(() => undoEvent(corpus, author, first)).toThrow('got another name since')
    expect(undoEvent(corpus, author, second)).toMatchObject({ action: 'name-community' })
    expect(listed(corpus)).toEqual(['1 One 5/5'])
    undoEvent(corpus, author, first)
    expect(listed(corpus)).toEqual([])
    name(corpus, 1, 'Friends of A')
    mergeEntity(corpus, author, 'b.example', 'a.example')
    expect(communityNames(corpus)[0]!.sites).toEqual(['a.example', 'c.example', 'd.example', 'e.example'])
    const { mentions } = forgetEntity(corpus, author, 'a.example')
    expect(communityNames(corpus)[0]!.sites).toEqual(['c.example', 'd.example', 'e.example'])
    expect(mentions).toEqual([])
    const naming = corpus.sql<{ before: string }>(`SELECT before FROM event WHERE action = 'name-community'`).all()
    expect(naming.map(({ before }) => before)).toEqual(['[]', '[]', '[]'])
  })

  it('stands in exports beside the number, in the map, and nowhere in a page of pseudonyms', () => {
    const corpus = corpusOfTen()
    analyse(corpus, 'abcde fghij')
    name(corpus, 2, '=cmd() <b>"\u202e')
    const choice = { title: 't', statuses: ['IN'], zones, minWeight: 0 } as const
    const model = exportCorpus(corpus, choice)
    const column = nodeTable(model).find(({ id }) => id === 'community_name')!
    expect(model.nodes.map(node => column.read(node)).slice(4, 6)).toEqual(['', '=cmd() <b>"\u202e'])
    const { map: hidden } = publishedData(corpus, choice, { pseudonyms: true })
    expect(JSON.stringify(hidden)).not.toContain('cmd()')
    expect(JSON.stringify(publishedData(corpus, choice, {}).map)).toContain('cmd()')
    const map = readMapData({ corpus, title: 't', now: () => someTime })
    const community = map.columns.find(one => one.name === 'community')
    expect(community).toMatchObject({ categories: [{ value: '1' }, { value: '2', label: '=cmd() <b>"\u202e' }] })
  })
})

describe('toile community', () => {
  it('names, lists and takes away, and says what is wrong in one sentence', async () => {
    const corpus = corpusOfTen()
    analyse(corpus, 'abcde fghij')
    const run = async (...args: readonly string[]): Promise<string> => {
      let out = ''
      const surroundings = quietSurroundings('/', { out: text => void (out += text), now: () => someTime })
      await communityCommand(surroundings)
        .exitOverride()
        .parseAsync(['node', 'toile', ...args, '--corpus', corpus.file])
      return out
    }
    await expect(run('name', 'a.example', '\u001b[31mRed')).rejects.toThrow('expected words in one line')
    await expect(run('name', 'a.example', 'x'.repeat(201))).rejects.toThrow(
      '201 characters found, at most 200 expected',
    )
    await expect(run('name', '7', 'Red')).rejects.toThrow("there is no community '7' in the last analysis")
    expect(await run('name', 'a.example', ' Re\u0301seau ')).toMatch(
      /^community 1: named 'Réseau', of its 5 sites \(event \d+\)\n$/,
    )
    expect(await run('list')).toMatch(/^NUMBER +SITES +NAME +LEFT +PROPOSED\n1 +5 +Réseau +5 of 5/)
    expect(JSON.parse((await run('unname', 'Réseau', '--json')).trim())).toMatchObject({ community: 1 })
    expect((await run('list', '--json')).split('\n').map(line => line && (JSON.parse(line) as { name: string }).name)).toEqual(['', '', '']) // prettier-ignore
  })
})
