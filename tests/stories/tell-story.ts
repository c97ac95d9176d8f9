import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { onTestFinished } from 'vitest'
import { runToile } from '../cli/run-toile.ts'
import { serveWeb, type Hosts } from '../webs/serve-web.ts'

export type Row = Readonly<Record<string, string>>

/** The tables of a CSV export, by name. */
export interface Tables {
  readonly nodes: readonly Row[]
  readonly edges: readonly Row[]
  readonly links: readonly Row[]
  readonly pages: readonly Row[]
}

export interface Story {
  /** Where the corpus `story.sqlite` lies. */
  readonly folder: string
  /** The arguments with which `crawl` crawls, its options aside. */
  readonly crawlArgs: readonly string[]
  /** Writes the seed list, header first, and crawls it. */
  readonly crawl: (seeds: readonly string[], ...options: string[]) => Promise<void>
  /** Any command on the story's corpus; its standard output. Fails the test unless it ends well. */
  readonly toile: (...args: string[]) => Promise<string>
  /** `export --format csv` with these options, read back as a notebook would. */
  readonly tables: (...options: string[]) => Promise<Tables>
}

/** A small web on loopback and an empty folder, in which the command line is used as a researcher does. */
export async function tellStory(web: Hosts): Promise<Story> {
  const served = await serveWeb(web)
  const folder = mkdtempSync(join(tmpdir(), 'toile-story-'))
  onTestFinished(async () => {
    await served.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const toile = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await runToile([...args, '--corpus', 'story.sqlite'], { cwd: folder })
    if (code !== 0) throw new Error(`toile ${args.join(' ')}: exit ${code}\n${err}`)
    return out
  }
  const polite = ['--contact', 'test@toile.example', '--delay', '0', '--proxy', served.proxy]
  const crawlArgs = ['crawl', 'seeds.csv', ...polite]
  return {
    folder,
    crawlArgs,
    toile,
    crawl: async (seeds, ...options) => {
      writeFileSync(join(folder, 'seeds.csv'), `${seeds.join('\n')}\n`)
      await toile(...crawlArgs, ...options)
    },
    tables: async (...options) => {
      await toile('export', '--format', 'csv', '--out', 'tables', ...options)
      const read = (name: string): Row[] =>
        parse(readFileSync(join(folder, 'tables', `${name}.csv`), 'utf8'), { columns: true })
      return { nodes: read('nodes'), edges: read('edges'), links: read('links'), pages: read('pages') }
    },
  }
}

/** 'a → b: weight links pages', sorted, to be compared at one look. */
export const edgesOf = ({ edges }: Tables): string[] =>
  edges
    .map(({ source, target, weight, links, pages }) => `${source} → ${target}: ${weight} ${links} ${pages}`)
    .toSorted()

/** An HTML page whose body is `body`. */
export const page = (title: string, body: string, language = 'fr'): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`
