import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { shellWord } from '#data/curate/shell-word.ts'
import { readPage } from '../../store/invented-corpus.ts'
import { curatedCorpus, type CuratedCorpus } from '../curated-corpus.ts'

/** The invented sites with two language hosts of one of them. */
function withVariants(): CuratedCorpus {
  const curated = curatedCorpus()
  const corpus = openCorpus(curated.file, 'write')
  readPage(corpus, 'http://three.example/', ['http://fr.one.example/', 'http://en.one.example/'])
  corpus.close()
  return curated
}

/** The words of a command as a shell reads them, without './toile'. */
const wordsOf = (command: string): string[] =>
  execFileSync('/bin/sh', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n')
    .slice(1)

describe('toile entity suggest', () => {
  it('gives reasons and commands, changes nothing, and each command does what it says', async () => {
    const { toile, lines, state } = withVariants()
    const before = state()
    const { out, code } = await toile('entity', 'suggest')
    expect(code).toBe(0)
    expect(state()).toEqual(before)
    expect(out).toContain(
      'Likely one entity: en.one.example, one.example\n  - en.one.example is by its name the language host',
    )
    const commands = [...out.matchAll(/^ {2}(?:accept|dismiss): +(.*)$/gm)].map(([, command]) => wordsOf(command!))
    const [acceptEn, dismissEn, , dismissFr] = commands
    expect((await toile(...acceptEn!.slice(0, -2))).out).toMatch(/^en\.one\.example: merged into one\.example/)
    expect((await toile(...dismissFr!.slice(0, -2))).out).toMatch(/not one entity \(event \d+\)\n$/)
    expect(dismissEn!.slice(0, 3)).toEqual(['entity', 'dismiss', 'same'])
    expect((await toile('entity', 'suggest')).out).toBe('Nothing to suggest.\n')
    expect((await toile(...dismissFr!.slice(0, -2))).out).toContain('it is so already')
    expect(await lines('entity', 'log', 'fr.one.example', '--limit', '1')).toMatchObject([{ action: 'dismiss' }])
    expect(await lines('entity', 'undo')).toMatchObject([{ action: 'dismiss' }])
    expect(await lines('entity', 'suggest', '--kind', 'same')).toMatchObject([
      { kind: 'same', entities: ['fr.one.example', 'one.example'], reasons: [{ sign: 'host' }] },
    ])
    expect(await lines('entity', 'undo')).toMatchObject([{ action: 'merge' }])
    expect(state()).toEqual(before)
  })

  it.each([
    [['entity', 'suggest', '--kind', 'x'], 'Allowed choices are same, parked, farm'],
    [['entity', 'suggest', '--limit', '0'], 'expected a whole number of at least 1'],
    [['entity', 'dismiss', 'twins', 'one.example'], 'expected one of same, parked, farm'],
    [['entity', 'dismiss', 'same', 'nobody.example'], "'nobody.example' is no entity of this corpus"],
    [['entity', 'dismiss', 'same'], "missing required argument 'ids'"],
  ])('refuses %j', async (args, sentence) => {
    const { code, err } = await curatedCorpus().toile(...args)
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)])
  })
})

describe('shellWord(text)', () => {
  it.each([
    'plain.example',
    "a'b",
    '$(reboot)',
    '`x`',
    'a;b',
    '-x',
    '~root',
    '~',
    'two words',
    '*',
    '!!',
    '',
    'é',
    '\\',
  ])('is one word to a shell, the same: %s', text => {
    expect(execFileSync('/bin/sh', ['-c', `printf '%s' ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text)
  })
})
