import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from 'commander'
import { crawlerCommands } from '#crawler/commands.ts'
import { entityCommands } from '#data/curate/commands.ts'
import { graphCommands } from '#graph/commands.ts'
import { loadPageFormats } from '#viewer/commands.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { inventArchive } from '../webs/invented-replay.ts'
import { serveWeb } from '../webs/serve-web.ts'
import { threeElections } from '../webs/three-elections.ts'

const page = readFileSync(join(import.meta.dirname, '..', '..', 'THREE-ELECTIONS.md'), 'utf8')
const calls = [...page.matchAll(/^ {4}\.\/toile (.+)$/gm)].map(([, call]) => call!)
const folder = mkdtempSync(join(tmpdir(), 'toile-elections-'))
const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
afterAll(() => Promise.all(closing.map(close => close())))

/** What each call wrote to standard output, by the call. */
const said = new Map<string, string>()

/** The commands of the page, in its order, in one folder; the archive that they ask is an invented one on loopback. */
beforeAll(async () => {
  const { handler } = inventArchive(threeElections)
  const web = await serveWeb({ 'archive.example': { '*': handler } })
  closing.push(web.close)
  writeFileSync(join(folder, 'elections.csv'), /^```csv\n(.*?)^```/ms.exec(page)![1]!)
  const formats = await loadPageFormats()
  const corpus = join(folder, 'elections.sqlite')
  for (const call of calls) {
    let out = ''
    const around = quietSurroundings(folder, { out: text => void (out += text), env: { XDG_STATE_HOME: folder } })
    const all: Command[] = [...crawlerCommands(around), ...entityCommands(around), ...graphCommands(around, formats)]
    const [name, ...words] = call.replace('elections.csv', join(folder, 'elections.csv')).split(' ')
    const here = name === 'crawl' ? ['--from', 'http://archive.example/web/', '--proxy', web.proxy, '--delay', '0'] : []
    await all
      .find(command => command.name() === name)!
      .exitOverride()
      .parseAsync([...words, '--corpus', corpus, ...here], { from: 'user' })
    said.set(call, out)
  }
}, 120_000)

const saidBy = (begin: string): string => said.get(calls.find(call => call.startsWith(begin))!)!
const file = (...way: string[]): string => readFileSync(join(folder, ...way), 'utf8')

describe('Three elections, as its page goes', () => {
  it('crawls a wave for each, and says what the archive did', () => {
    const status = saidBy('status')
    expect(status).toContain('2012-04-22 (as archived), 2017-04-23 (as archived), 2022-04-10 (as archived)')
    expect(status).toContain('FR: 3 of 3 sites read')
    // Of precinct the archive has the site's own error, of doors nothing.
    expect(status).toContain('US: 1 of 3 sites read')
    expect(status).toMatch(/not theirs +1 pages of 1 sites passed over.*; 1 links/)
    expect(status).toMatch(/drift +4 pages, from −11 to \+1 days/)
  })

  it('gives the old domain to its owner of then', () => {
    expect(saidBy('discovered')).toContain('strategie.example')
    expect(saidBy('entity show')).toContain('DISCOVERED')
    expect(saidBy('entity date-prefix')).toContain('the dates of strategie.example are set')
  })

  /** 'a > b cause' of each tie, by what became of it. */
  const changes = (from: string): Record<string, string[]> =>
    Object.fromEntries(
      [...saidBy(`changes --from ${from}`).matchAll(/^(kept|gone|born|reborn|unknown)\n((?: .*\n)+)/gm)].map(
        ([, kind, lines]) => [
          kind!,
          [...lines!.matchAll(/^ {2}(\S+)\.example → (\S+)\.example(?: \((.*)\))?$/gm)].map(
            ([, source, target, cause]) => `${source} > ${target}${cause === undefined ? '' : ` ${cause}`}`,
          ),
        ],
      ),
    )

  it('finds what was planted: births, ends, the renamed actor, and what nobody can know', () => {
    expect(changes('2012-04-22')).toEqual({
      // Under its new name and address.
      kept: ['carnet > palier', 'carnet > precinct'],
      gone: ['carnet > doors', 'carnet > urne', 'precinct > doors'],
      born: ['carnet > turnout', 'precinct > turnout'],
      // Never gone: the page was another's, or not archived.
      unknown: [
        'palier > precinct after: not-theirs-then',
        'palier > turnout before: not-theirs-then',
        'urne > carnet after: not-archived',
      ],
    })
    expect(changes('2017-04-23')).toEqual({
      kept: ['carnet > palier'],
      gone: ['carnet > precinct', 'carnet > turnout', 'palier > turnout'],
      born: ['turnout > precinct'],
      reborn: ['palier > precinct'],
      unknown: [
        'precinct > doors after: http-503',
        'precinct > turnout after: http-503',
        'urne > carnet before: not-archived',
        'urne > palier before: not-archived',
      ],
    })
  })

  it('recovers the planted ties of each wave', () => {
    const rows = file('tables-2012', 'edges.csv').trim().split('\n').slice(1)
    expect(rows.map(row => row.split(',').slice(0, 2).join(' > '))).toEqual([
      'carnet.example > doors.example',
      'carnet.example > palier.example',
      'carnet.example > precinct.example',
      'carnet.example > urne.example',
      'palier.example > precinct.example',
      'precinct.example > doors.example',
      'urne.example > carnet.example',
    ])
    expect(file('tables-2012', 'links.csv')).toContain(
      'http://archive.example/web/20120421120000/http://carnet.example/',
    )
  })

  it('tells in the report what archives kept, and quotes captures', () => {
    expect(file('report-2012', 'report.html')).toContain('What archives kept')
    expect(file('report-2022', 'report.html')).toContain('archivée le')
  })
})
