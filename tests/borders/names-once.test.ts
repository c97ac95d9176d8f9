import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Each language says the same things under the same names; the demonstration web is a program of its own. */
const apart = /^(data\/vocabulary\/words\/(en|fr)|seeds\/demo-web)\//

const exported = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm

/** A stage of the crawl and a screen of the map may mean their own thing by a word that neither hands to the other. */
const twoMeanings = ['Answer', 'Progress', 'Reading', 'Stage', 'Standing']

describe('a name', () => {
  it('means one thing in the whole house', () => {
    const files = spawnSync('git', ['ls-files', 'cli.ts', 'crawler', 'graph', 'viewer', 'seeds', 'data'], {
      cwd: root,
      encoding: 'utf8',
    })
      .stdout.split('\n')
      .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !apart.test(file))
    expect(files.length).toBeGreaterThan(500)
    const homes = Map.groupBy(
      files.flatMap(file => [
        ...new Set([...readFileSync(join(root, file), 'utf8').matchAll(exported)].map(([, name]) => `${name} ${file}`)),
      ]),
      home => home.split(' ')[0]!,
    )
    const twice = [...homes.values()].filter(({ length }) => length > 1).map(own => own.join(', '))
    expect(twice.filter(text => !twoMeanings.includes(text.split(' ')[0]!))).toEqual([])
  })
})
