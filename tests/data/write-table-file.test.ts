import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { writeTableFile } from '#data/table/write-table-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

function* cut(): Generator<string> {
  yield 'a\n'
  throw new Error('the corpus was moved away')
}

it('writes a table whole, in folders that it makes, over an earlier one, and leaves nothing else', () => {
  writeTableFile(at('deep/a.csv'), ['a\n', 'b\n'])
  writeTableFile(at('deep/a.csv'), ['c\n'])
  expect(readFileSync(at('deep/a.csv'), 'utf8')).toBe('c\n')
  expect(() => writeTableFile(at('deep/a.csv'), cut())).toThrow('moved away')
  expect(readFileSync(at('deep/a.csv'), 'utf8')).toBe('c\n')
  expect(readdirSync(at('deep'))).toEqual(['a.csv'])
})

it('refuses a folder, a database and a place that is none', () => {
  mkdirSync(at('folder'))
  writeFileSync(at('corpus.sqlite'), 'SQLite format 3\0 and its pages')
  writeFileSync(at('file'), '')
  expect(() => writeTableFile(at('folder'), ['a'])).toThrow('is a folder')
  expect(() => writeTableFile(at('corpus.sqlite'), ['a'])).toThrow('is a database, perhaps a corpus')
  expect(() => writeTableFile(at('file/a.csv'), ['a'])).toThrow(/could not be written .* unchanged/)
  expect(readFileSync(at('corpus.sqlite'), 'utf8')).toContain('and its pages')
})

it.runIf(process.platform === 'linux')('writes to what is no file as it stands', () => {
  expect(() => writeTableFile('/dev/null', ['a'])).not.toThrow()
})
