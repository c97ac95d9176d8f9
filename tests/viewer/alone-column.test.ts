import { describe, expect, it } from 'vitest'
import { groupColumn } from '#viewer/server/read-category-column.ts'
import { colourMarks, numberIn } from '#viewer/client/view/scales.ts'

describe('groupColumn(name, ofSite, labelOf, places, isAlone)', () => {
  const sizes = new Map([
    [1, 2],
    [2, 2],
    [3, 1],
    [4, 1],
  ])
  const column = groupColumn(
    'community',
    [1, 2, 1, 3, null, 4],
    group => `name ${group}`,
    new Map([
      [1, 1],
      [2, 2],
    ]),
    group => sizes.get(group) === 1,
  )

  it('puts sites alone together, last, under no name; a fellow that is not shown makes a community all the same', () => {
    expect(column.categories.map(({ value, count, place }) => [value, count, place])).toEqual([
      ['1', 2, 1],
      ['2', 1, 2],
      ['alone', 2, 0],
    ])
    expect(column.categories.at(-1)).toMatchObject({ label: '', alone: true })
    expect(column.values).toEqual([0, 1, 0, 2, -1, 2])
  })

  it('gives them a row of the legend, and no number in their dots', () => {
    expect(colourMarks(column)).toEqual({ own: [0, 1, 2], rest: [] })
    expect([0, 1, 2].map(group => numberIn(column, group, 'colour'))).toEqual(['1', '2', ''])
  })
})
