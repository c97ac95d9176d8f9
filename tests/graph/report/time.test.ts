import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesCommand } from '#graph/report/changes/changes-command.ts'
import { changeTables } from '#graph/analysis/change/tables/change-tables.ts'
import { findChange } from '#graph/analysis/change/find-change.ts'
import { gatherFindings } from '#graph/report/findings/findings.ts'
import { readStudy } from '#graph/report/findings/study.ts'
import { reportFiles } from '#graph/report/report-files.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { quietSurroundings } from '../../quiet-surroundings.ts'
import { temporaryFolder } from '../../data/store/invented-corpus.ts'
import { changingCorpus } from '../analysis/change/planted-change.ts'
import { numbersOf, readSources, recount } from './recount.ts'

/** What `changes` prints of the planted corpus. */
async function printed(...options: readonly string[]): Promise<string> {
  const corpus = changingCorpus()
  let text = ''
  const command = changesCommand(quietSurroundings(corpus.file, { out: words => void (text += words) }))
  await command.exitOverride().parseAsync(['--corpus', corpus.file, ...options], { from: 'user' })
  return text
}

describe('changes --TABLE', () => {
  it('prints the table asked for: as text, as CSV, as JSON', async () => {
    const text = (await printed('--steps')).split('\n')
    expect(text[0]).toMatch(/^from +to +group +kept +gone +born +reborn +unknown +observed +jaccard +hamming$/)
    expect(text[1]).toMatch(/^2012-04-22 +2017-04-23 +all +6 +2 +1 +0 +1 +36 +0\.6667 +3$/)
    expect((await printed('--arrivals', '--csv')).split('\n').slice(0, 2)).toEqual([
      'target,place,source,after,by_day,origin,page',
      'u1.example,1,f1.example,,2012-04-22,,',
    ])
    const [first] = (await printed('--gatekeepers', '--json')).split('\n')
    expect(JSON.parse(first!)).toMatchObject({ site: 'u1.example', change: 'stayed', before: 1, after: 3 })
  })

  it('takes the pair of countries the other way round', async () => {
    expect((await printed('--series', '--between', 'US,FR', '--csv')).split('\n')).toContainEqual(
      expect.stringMatching(/^wave,asymmetry,country:US>FR,2012-04-22,-1,/),
    )
    expect(await printed('--arrivals', '--between', 'US,FR', '--csv')).toBe(
      'target,place,source,after,by_day,origin,page\n',
    )
  })

  it('refuses several tables, and waves for what is of all waves', async () => {
    await expect(printed('--series', '--steps')).rejects.toThrow(
      '--series and --steps were both given; expected one of them',
    )
    await expect(printed('--series', '--from', '2012-04-22')).rejects.toThrow(
      '--from goes with the list of ties, not --series, which is of all waves',
    )
  })
})

describe('the section Through time', () => {
  const corpus = () => gatherFindings(readStudy(changingCorpus(), 'web'))

  it('has numbers that the tables of `changes` have again', async () => {
    const folder = temporaryFolder()
    const own = changingCorpus()
    const findings = gatherFindings(readStudy(own, 'web'))
    const question = { statuses: ['IN'], zones, weight: 'evidence' } as const
    const change = findChange(own, { question, pair: ['FR', 'US'], seed: 1, resolution: 1 })!
    for (const [name, { lines }] of Object.entries(changeTables))
      writeFileSync(join(folder, `${name}.csv`), [...lines(change)].join(''))
    const sources = readSources(folder, own.file, '')
    const numbers = numbersOf(findings.change)
    expect(numbers.length).toBeGreaterThan(150)
    for (const number of numbers)
      expect(await recount(sources, number), JSON.stringify(number)).toBeCloseTo(number.value, 10)
  })

  it('says in both languages what changed, and what nobody knows', () => {
    const told = corpus()
    const textOf = (language: 'en' | 'fr'): string =>
      [...reportFiles(told, speakReport(language, told)).find(([name]) => name === 'report.md')![1]].join('')
    const [english, french] = [textOf('en'), textOf('fr')]
    expect(english).toContain('## Through time')
    expect(english).toContain('E-I index: 2012-04-22 −0.50, 2017-04-23 −0.43, 2022-04-10 −0.43')
    expect(english).toContain('(figure-series.svg)')
    expect(english).toContain('by 23 April 2017, since when is unknown')
    expect(english).toContain('./toile changes --corpus')
    expect(english).toMatch(/--arrivals --between FR,US --seed 1 --csv arrivals\.csv/)
    expect(english).toContain('Turnbull, B')
    expect(french).toContain('## Au fil du temps')
    expect(french).toContain('on ne sait depuis quand')
    // Stopped: u3. The rest stayed.
    expect(french).toContain('a cessé')
    expect(french).not.toContain('| l’est devenu |')
  })
})
