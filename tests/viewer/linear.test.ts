import { expect, it } from 'vitest'
import { inertPage } from '#viewer/server/archive/inert-page.ts'
import { superlinear } from '../growth.ts'

it('an archived page is made inert in time in proportion to its text', () => {
  const read = (html: string) => inertPage(html, 'http://a.example/')
  const around = [
    [''],
    ['<title>'],
    ['<a href="', '">x</a>'],
    ['<img alt="', '">'],
    ['<base href="', '"><a href="x">x</a>'],
  ] as const
  expect(superlinear(read, around)).toEqual([])
})
