import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { curatedCorpus } from './curated-corpus.ts'

describe('toile classify', () => {
  it('marks an old corpus anew by a table of the user, which the corpus keeps until it is given up', async () => {
    const { folder, launch, lines } = curatedCorpus()
    writeFileSync(join(folder, 'marks.csv'), 'mark;target;words\ncredit;blogs.example/bert;\n')
    expect(await lines('classify')).toMatchObject([{ marked: 0, rules: 0 }])
    const { code, out } = await launch('classify', '--marks', 'marks.csv')
    expect(code).toBe(0)
    expect(out).toContain('1 bear a mark (1 rules of your own)')
    expect(out).toMatch(/^blogroll +1 +1$/m)
    expect(out).toMatch(/^credit +1$/m)
    expect(await lines('classify')).toMatchObject([{ marked: 1, rules: 1 }])
    expect(await lines('classify', '--built-in-marks')).toMatchObject([{ marked: 0, rules: 0 }])
  })

  it('names all bad rows of the table and writes nothing', async () => {
    const { folder, toile, lines } = curatedCorpus()
    writeFileSync(join(folder, 'marks.csv'), 'mark,target,words\nfriend,a.example,\ncredit,,\n')
    const { code, err } = await toile('classify', '--marks', 'marks.csv')
    expect(code).toBe(2)
    expect(err).toContain("marks.csv:2: 'friend' is no mark")
    expect(err).toContain('marks.csv:3: found neither target and words')
    expect((await toile('classify', '--marks', 'absent.csv')).err).toContain("the file can't be read (ENOENT)")
    expect((await toile('classify', '--marks', 'marks.csv', '--built-in-marks')).err).toContain('were both given')
    expect(await lines('classify')).toMatchObject([{ rules: 0 }])
  })
})
