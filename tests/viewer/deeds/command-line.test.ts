import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commandLines } from '#viewer/protocol/deeds/command-line.ts'
import { deedArgs, madeName } from '#viewer/protocol/deeds/deed-args.ts'
import { deeds } from '#viewer/protocol/deeds/deeds.ts'
import { refusedField } from '#viewer/protocol/deeds/refused-field.ts'

const place = { corpus: "/home/ada/L'étude 1.sqlite", folder: "/home/ada/L'étude 1-files", title: "L'étude 1", separator: '/' } // prettier-ignore

describe('deedArgs(deed, chosen, place)', () => {
  it('says nothing that the command does by itself', () => {
    expect(deedArgs(deeds.analyse, { seed: 1, weight: 'evidence', zones: [] }, place)).toEqual([
      'analyse', '--corpus', place.corpus,
    ]) // prettier-ignore
  })

  it('says what was chosen, lists in the order of the command', () => {
    const chosen = { seed: 7, weight: 'links', zones: ['nav', 'content'], wave: '2027-03' }
    expect(deedArgs(deeds.analyse, chosen, place)).toEqual([
      'analyse', '--weight', 'links', '--zones', 'content,nav', '--wave', '2027-03', '--seed', '7', '--corpus', place.corpus,
    ]) // prettier-ignore
  })

  it('names what is made after the study, its ties and its language', () => {
    expect(madeName(deeds.report, { language: 'fr' }, 'étude')).toBe('étude-report-fr')
    expect(madeName(deeds.gexf, { graph: 'coupling' }, 'étude')).toBe('étude-coupling.gexf')
    expect(madeName(deeds.classify, {}, 'étude')).toBe(null)
  })

  it('lets no value be an option: of one, or of the last word', () => {
    expect(deedArgs(deeds.deposit, { author: '-x\nDoe, Ada' }, place).slice(3, 6)).toEqual(['--author=-x', '--author', 'Doe, Ada']) // prettier-ignore
    expect(deedArgs(deeds.forget, { id: '--yes' }, place).slice(-2)).toEqual(['--', '--yes'])
    expect(deedArgs(deeds.forget, { id: 'a.example' }, place).slice(-2)).toEqual(['--json', 'a.example'])
  })
})

describe('refusedField(deed, chosen)', () => {
  it.each([
    [deeds.analyse, { seed: -1 }, 'seed'],
    [deeds.analyse, { seed: 1.5 }, 'seed'],
    [deeds.analyse, { zones: ['nowhere'] }, 'zones'],
    [deeds.analyse, { wave: 'a\nb' }, 'wave'],
    [deeds.analyse, { out: '/etc/passwd' }, 'out'],
    [deeds.gexf, { format: 'html' }, 'format'],
    [deeds.publish, { comments: 'no' }, 'comments'],
    [deeds.forget, {}, 'id'],
    [deeds.forget, { id: '' }, 'id'],
    [deeds.report, { language: 'fr', between: 'FR,US' }, null],
    [deeds.deposit, { author: 'Doe, Ada\nRoe, Bo' }, null],
  ])('%#', (deed, chosen, refused) => expect(refusedField(deed, chosen)).toBe(refused))
})

const words = ['./toile', 'export', '--corpus', "L'étude $HOME `x` \"q\" %PATH% a,b;c&d|e!.sqlite", '', '*', '~', '-x', 'a\\', '#'] // prettier-ignore

describe('commandLines(words, system)', () => {
  it('comes back from a POSIX shell as it was', () => {
    const [line, ...more] = commandLines(['printf', String.raw`%s\n`, ...words], 'linux')
    expect(more).toEqual([])
    const { stdout } = spawnSync('sh', ['-c', line!.text], { encoding: 'utf8' })
    expect(stdout).toBe(words.map(word => `${word}\n`).join(''))
  })

  it('on Windows is one line where nothing needs quotes', () => {
    expect(commandLines(['node', 'toile', 'analyse', '--seed', '7', '--corpus', String.raw`C:\data\a.sqlite`], 'win32')).toEqual([
      { shell: 'powershell', text: String.raw`node toile analyse --seed 7 --corpus C:\data\a.sqlite` },
    ]) // prettier-ignore
  })

  it('on Windows keeps a list whole in PowerShell, and names with spaces, apostrophes, percent signs in both', () => {
    const typed = commandLines(['node', 'toile', '--zones', 'nav,footer', '--out', String.raw`C:\L'été 50%\a`], 'win32')
    expect(typed).toEqual([
      { shell: 'powershell', text: String.raw`node toile --zones 'nav,footer' --out 'C:\L''été 50%\a'` },
      { shell: 'cmd', text: String.raw`node toile --zones "nav,footer" --out "C:\L'été 50"^%"\a"` },
    ])
  })

  it.each(['x" & calc & "', 'a!PATH!'])(
    'on Windows keeps %j, which the command prompt can’t be given, for PowerShell',
    label =>
      expect(commandLines(['node', 'toile', '--wave', label], 'win32')).toEqual([
        { shell: 'powershell', text: `node toile --wave '${label}'` },
      ]),
  )

  it('on Windows gives no batch file what the command prompt, which reads it, would take for a command', () => {
    const starter = String.raw`C:\Toile\Toile.cmd`
    expect(commandLines([starter, '--wave', 'a&calc'], 'win32')).toEqual([
      { shell: 'cmd', text: `${starter} --wave "a&calc"` },
    ])
    expect(commandLines([starter, '--wave', 'x" & calc & "'], 'win32')).toEqual([])
  })

  it.each(['linux', 'win32'])('on %s shows nothing that a terminal would obey: a line’s end, an interrupt', system => {
    for (const label of ['a\ncalc', 'a\u0003calc', 'a\u001b[201~calc'])
      expect(commandLines(['./toile', '--wave', label], system)).toEqual([])
  })

  it('on Windows calls a program whose own path has spaces', () => {
    const typed = commandLines([String.raw`C:\Program Files\Toile\Toile.cmd`, 'open'], 'win32')
    expect(typed.map(({ text }) => text)).toEqual([
      String.raw`& 'C:\Program Files\Toile\Toile.cmd' open`,
      String.raw`"C:\Program Files\Toile\Toile.cmd" open`,
    ])
  })
})
