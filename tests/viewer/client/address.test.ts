import { describe, expect, it } from 'vitest'
import { addressOf, viewOf } from '#viewer/client/view/address.ts'
import { noFilters } from '#viewer/client/filters/filters.ts'
import { nothing, wholeLayer, type View } from '#viewer/client/view/view.ts'

const first: View = {
  screen: 'map',
  colour: 'community',
  says: '',
  shape: 'country',
  size: 'in_degree',
  label: '',
  selection: nothing,
  panel: 'about',
  ink: 'colour',
  filters: noFilters,
  layer: wholeLayer,
  density: false,
  against: null,
  camera: null,
  story: null,
}
const isKnown = (name: string): boolean => ['community', 'country', 'kind', 'in_degree', 'pagerank'].includes(name)
const back = (view: View): View => viewOf(`#${addressOf(view, first)}`, first, isKnown)

describe('the address of a view', () => {
  it('is empty for the first view, and says only what differs', () => {
    expect(addressOf(first, first)).toBe('')
    expect(addressOf({ ...first, colour: 'kind', selection: { kind: 'site', id: 'medium.com/@name' } }, first)).toBe(
      'colour=kind&site=medium.com%2F%40name',
    )
  })

  it.each<[string, View]>([
    ['nothing', first],
    ['a site', { ...first, selection: { kind: 'site', id: 'xn--caf-dma.example/a?b#c&d' } }],
    ['a tie', { ...first, selection: { kind: 'tie', source: 'a.example', target: 'b.example' } }],
    ['several sites', { ...first, selection: { kind: 'sites', ids: ['a.example', 'b,c.example'] } }],
    [
      'what two sites share',
      { ...first, selection: { kind: 'shared', as: 'co-citation', source: 'a.example', target: 'b.example' } },
    ],
    ['a community', { ...first, selection: { kind: 'community', of: 'a.example/é&=' } }],
    ['why', { ...first, selection: { kind: 'why', one: 'a.example', other: 'community:b.example' } }],
    ['a path', { ...first, selection: { kind: 'path', source: 'a.example', target: 'b.example' } }],
    [
      'a cell, of the unknown too',
      { ...first, selection: { kind: 'cell', column: 'country', source: '', target: 'FR' } },
    ],
    [
      'filters',
      {
        ...first,
        panel: 'filters',
        filters: {
          ...noFilters,
          categories: { country: ['FR', ''], kind: ['think-tank'] },
          ranges: { in_degree: { least: 3, most: 10 }, pagerank: { least: 0.001, most: 1e-7 } },
          weight: 4,
          ego: { id: 'a.example', steps: 2 },
        },
      },
    ],
    [
      'two layers and the camera',
      {
        ...first,
        layer: { zones: ['content', 'comment'], since: '2012-01', until: '', wave: '2027-03', as: 'links' },
        against: { zones: ['blogroll'], since: '2015-06-15', until: '2016-12', wave: '', as: 'coupling' },
        camera: { x: 0.25, y: 0.5, ratio: 0.125 },
      },
    ],
    ['other variables', { ...first, screen: 'table', ink: 'print', colour: 'country', shape: '', size: 'pagerank' }],
    ['a colour and a label by measure', { ...first, colour: 'pagerank', label: 'kind' }],
    ['a story', { ...first, story: { name: 'how-to-read', step: 6, isEdited: false, isAside: false } }],
    ['a story that is written', { ...first, story: { name: 'a', step: 100, isEdited: true, isAside: true } }],
    [
      'who says a word, and the ties that hold it',
      { ...first, says: 'données de campagne', selection: { kind: 'said', term: 'campagne' } },
    ],
    ['no labels', { ...first, label: 'none' }],
  ])('brings back %s', (_, view) => expect(back(view)).toEqual(view))

  it('asks nothing of hyperlinks where ties are made of what pages say', () => {
    const { layer } = viewOf('#as=similar&zone=content&since=2012-01&wave=2027-03', first, isKnown)
    expect(layer).toEqual({ zones: [], since: '', until: '', wave: '2027-03', as: 'similar' })
  })

  it('falls back to the first view for what it does not know', () => {
    expect(
      viewOf(
        '#screen=cinema&colour=__proto__&size=%F0%9F&shape=nobody&from=a.example&r.in_degree=3..x&f.__proto__=1&zone=margin&since=2012-02-31&until=now&at=1,2&w=-3&label=nobody&cell=nobody&row=a&col=b&story=%3Cb%3E&step=0',
        first,
        isKnown,
      ),
    ).toEqual(first)
  })
})
