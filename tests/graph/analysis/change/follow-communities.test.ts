import { describe, expect, it } from 'vitest'
import { followCommunities } from '#graph/analysis/change/follow-communities.ts'
import type { EntityId } from '#data/url/brand.ts'

/** 'abc de': two communities; read: all letters but those after '-'. */
const step = (text: string, at: number) => {
  const [found = '', unread = ''] = text.split(' - ')
  const letters = 'abcdefghijkl'.split('') as EntityId[]
  return {
    wave: `w${at + 1}`,
    communities: found === '' ? [] : found.split(' ').map(sites => sites.split('') as EntityId[]),
    read: new Set(letters.filter(letter => !unread.includes(letter))),
  }
}

const follow = (...texts: string[]): string[] =>
  followCommunities(texts.map(step)).map(
    ({ wave, community, event, like, sites }) => `${wave} ${community} ${event} ${like.join('+')} ${sites.join('')}`,
  )

describe('followCommunities(steps, threshold)', () => {
  it('keeps the number of what continues, and gives a new one to what is born', () => {
    expect(follow('abc def', 'abcd ef', 'abcd ef gh')).toEqual([
      'w1 1 first  abc',
      'w1 2 first  def',
      'w2 1 continues 1 abcd',
      'w2 2 continues 2 ef',
      'w3 1 continues 1 abcd',
      'w3 2 continues 2 ef',
      'w3 3 born  gh',
    ])
  })

  it('tells splits and mergers: the nearest keeps the number', () => {
    expect(follow('abcdefg', 'abcd efg', 'abcdefg')).toEqual([
      'w1 1 first  abcdefg',
      'w2 1 split 1 abcd',
      'w2 2 split 1 efg',
      'w3 1 merged 1+2 abcdefg',
    ])
  })

  it('tells what is gone from what is away', () => {
    expect(follow('abc def', 'abc', 'abc def')).toEqual([
      'w1 1 first  abc',
      'w1 2 first  def',
      'w2 1 continues 1 abc',
      'w2 2 away  def',
      'w3 1 continues 1 abc',
      'w3 2 returns 2 def',
    ])
    expect(follow('abc def', 'abc', 'abc')).toContain('w2 2 gone  def')
  })

  it('takes what was not read for no death and no birth', () => {
    expect(follow('abc def', 'abc - def')).toContain('w2 2 unknown  def')
    expect(follow('abc - def', 'abc def')).toContain('w2 2 unknown  def')
    // Two of three sites are left to compare by.
    expect(follow('abc', 'ab - c')).toContain('w2 1 continues 1 ab')
  })
})
