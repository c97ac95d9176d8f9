import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright'
import { pageWords } from '#data/vocabulary/words/page-words.ts'
import type { Person } from './question.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** What the people look at: two studies that are served, and a page that was published. */
export interface AskedFiles {
  readonly addressOf: (opens: Person['opens']) => string
  /** Name of a site of which no page could be read. */
  readonly unread: string
  readonly close: () => Promise<void>
}

/** Makes and serves them below `place`. `demo`: the demonstration, where it was made before; it is copied. */
export async function askedFiles(place: string, browser: Browser, demo?: string): Promise<AskedFiles> {
  const [study, club, page] = ['demo.sqlite', 'club.sqlite', 'page.html'].map(name => join(place, name)) as [string, string, string] // prettier-ignore
  if (demo === undefined) toile(place, 'demo', '--corpus', study, '--no-map', '--no-open')
  else copyFileSync(demo, study)
  writeFileSync(join(place, 'club.gml'), clubFile())
  toile(place, 'import', join(place, 'club.gml'), '--corpus', club)
  toile(place, 'analyse', '--corpus', club)
  toile(place, 'export', '--corpus', study, '--format', 'html', '--evidence', '--out', page)
  const copy = join(place, 'copy.sqlite')
  copyFileSync(study, copy)
  const [served, copied, imported] = [await serve(study, place), await serve(copy, place), await serve(club, place)]
  const addresses = { demonstration: served.address, 'copy of the demonstration': copied.address, file: imported.address, 'published page': pathToFileURL(page).href + (await strongestTie(browser, served.address)) } // prettier-ignore
  return {
    addressOf: opens => addresses[opens],
    unread: await unreadSite(served.address),
    close: async () => void (await Promise.all([served, copied, imported].map(one => one.stop()))),
  }
}

/** The club of Zachary 1977: 34 members, 78 friendships, the instructor and the officer by their offices. */
function clubFile(): string {
  const { nodes, edges } = JSON.parse(
    readFileSync(join(root, 'tests', 'golden', 'graph', 'karate.json'), 'utf8'),
  ) as Readonly<Record<'nodes' | 'edges', readonly (readonly [string, string, number?])[]>>
  const offices: Readonly<Record<string, string>> = { k00: 'Instructor', k33: 'Officer' }
  const places = new Map(nodes.map(([id], at) => [id, at]))
  return [
    'graph [ directed 0',
    ...nodes.map(([id], at) => `node [ id ${at} label "${offices[id] ?? `Member ${at + 1}`}" ]`),
    // Each stands there both ways.
    ...edges
      .filter(([one, other]) => one < other)
      .map(([one, other]) => `edge [ source ${places.get(one)} target ${places.get(other)} value 1 ]`),
    ']',
  ].join('\n')
}

function toile(cwd: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'toile'), ...args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`toile ${args.join(' ')} ended with ${status}: ${stderr.slice(-2000)}`)
}

interface Served {
  readonly address: string
  readonly stop: () => Promise<unknown>
}

async function serve(corpus: string, cwd: string): Promise<Served> {
  const child = spawn(process.execPath, [join(root, 'toile'), 'view', '--corpus', corpus, '--no-open'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] }) // prettier-ignore
  const ended = new Promise(end => child.on('close', end))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()))
    void ended.then(code => reject(new Error(`view ended with ${String(code)}`)))
  })
  const stop = (): Promise<unknown> => {
    child.kill('SIGINT')
    return ended
  }
  return { address, stop }
}

/** The part of an address after which the strongest tie between countries stands open. */
async function strongestTie(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(address)
  const heading = page.getByRole('heading', { name: pageWords.en.strongestAbroad })
  await page.locator('#reading section').filter({ has: heading }).getByRole('button').first().click()
  await page.waitForURL(/#.*from=/)
  const { hash } = new URL(page.url())
  await page.close()
  return hash
}

interface MapNames {
  readonly labels: readonly string[]
  readonly unread: readonly number[]
}

async function unreadSite(address: string): Promise<string> {
  const { labels, unread } = (await (await fetch(`${address}api/map`)).json()) as MapNames
  const [first] = unread
  if (first === undefined) throw new Error('every site of the demonstration was read')
  return labels[first]!
}
