import { describe, expect, it } from 'vitest'
import { crawlerCommands } from '#crawler/commands.ts'
import { Mistake } from '#data/mistake.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'

async function call(...args: string[]): Promise<unknown> {
  let said = ''
  const around = quietSurroundings('/nowhere', { err: text => void (said += text) })
  const command = crawlerCommands(around)
    .find(one => one.name() === args[0])!
    .exitOverride()
  try {
    await command.parseAsync(args.slice(1), { from: 'user' })
    return said
  } catch (error) {
    // A list that isn't there comes after what the options say.
    return error instanceof Mistake ? said + error.message : error
  }
}
const crawl = (...options: string[]) => call('crawl', 'seeds.csv', '--contact', 'me@study.example', ...options)

describe('options of a crawl that can not both be done', () => {
  it.each([
    [['--archive', 'a', '--from-archive', 'b'], /^--archive a and --from-archive b were both given: .*; expected one/],
    [['--render', 'always', '--past', '2012-04-22'], /^--render always and --past 2012-04-22 were both given/],
    [['--resolve', 'all', '--shard', '0/2'], /^--resolve all and --shard 0\/2 were both given/],
    [['--within', '30'], /^--within 30: no --past was given/],
    [['--copy-every', '60'], /^--copy-every 60: no --copy-to was given/],
  ])('%s is one sentence', async (options, sentence) => {
    expect(await crawl(...options)).toMatch(sentence)
    expect(String(await crawl(...options)).split('\n')).toHaveLength(1)
  })

  it('are all told, defaults never', async () => {
    expect(String(await crawl('--within', '30', '--copy-every', '60')).split('\n')).toHaveLength(2)
    expect(await crawl('--shard', '0/2')).toMatch(/^\/nowhere\/seeds\.csv/)
    // Captures that an archive gives are kept.
    expect(await crawl('--archive', 'a', '--past', '2012-04-22')).toMatch(/^\/nowhere\/seeds\.csv/)
  })

  it('that do no harm are named', async () => {
    const said = await crawl('--from-archive', 'b', '--delay', '3', '--proxy', 'http://127.0.0.1:9', '--depth', '2')
    expect(said).toMatch(/^--delay, --proxy: of no use with --from-archive, since nobody is asked\.\n/)
    expect(await crawl('--from-archive', 'b')).toMatch(/^\/nowhere\/seeds\.csv/)
  })

  it('of status are told, too', async () => {
    expect(await call('status', 'folder', '--corpus', 'c.sqlite')).toMatch(/^--corpus and the folder folder were both/)
    expect(await call('status', 'folder', '--check')).toMatch(/^--check and the folder/)
  })
})
