import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '#data/vocabulary/languages.ts'
import { pageWords } from '#data/vocabulary/words/page-words.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'data', 'store', 'curate')

/** What can't be taken back, and what a seed list brought, which no history shows. */
const forGood = ['forget', 'seed']

describe('words.actions', () => {
  it('name every kind of change that the sources write, and its taking back', () => {
    const sources = globSync('*.ts', { cwd: folder }).map(name => readFileSync(join(folder, name), 'utf8'))
    const actions = sources.flatMap(text => [...text.matchAll(/\baction: '([a-z-]+)'/g)].map(([, action]) => action!))
    expect(actions).toContain('name-community')
    for (const language of languages)
      for (const action of actions)
        expect(Object.keys(pageWords[language].actions)).toEqual(
          expect.arrayContaining(forGood.includes(action) ? [action] : [action, `undo ${action}`]),
        )
  })
})
