import { describe, expect, it } from 'vitest'
import { addressOf, viewOf } from '../../../viewer/client/view/address.ts'
import { nothing, type View } from '../../../viewer/client/view/view.ts'

const first: View = { screen: 'map', colour: 'community', shape: 'country', size: 'in_degree', selection: nothing }
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
    ['other variables', { ...first, screen: 'table', colour: 'country', shape: '', size: 'pagerank' }],
  ])('brings back %s', (_, view) => expect(back(view)).toEqual(view))

  it('falls back to the first view for what it does not know', () => {
    expect(viewOf('#screen=cinema&colour=__proto__&size=%F0%9F&shape=nobody&from=a.example', first, isKnown)).toEqual(
      first,
    )
  })
})
