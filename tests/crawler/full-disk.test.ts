import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readingOf } from './crawl-web.ts'
import { findings } from './findings.ts'
import { inventWeb, seedsOf } from './invented-web.ts'
import { openWeb } from './open-web.ts'
import { startToile } from './start-toile.ts'

describe('a disk that is full', () => {
  /** A file system of its own, small enough to fill; only root may make one. */
  function mountSmallDisk(folder: string, size: string): boolean {
    return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0
  }

  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'ends the crawl with one sentence; with more room the same command goes on and loses nothing',
    async () => {
      const { web, benchOf } = await openWeb(inventWeb(6, 60))
      const undisturbed = benchOf(seedsOf(6))
      await undisturbed.crawl({ depth: 5 })
      const bench = benchOf(seedsOf(6))
      const disk = join(bench.folder, 'disk')
      mkdirSync(disk)
      const mounted = mountSmallDisk(disk, '700k')
      if (!mounted) return expect(mounted).toBe(false)
      try {
        const corpus = join(disk, 'web.sqlite')
        const where = [join(bench.folder, 'seeds.csv'), '--corpus', corpus, '--proxy', web.proxy]
        const args = ['crawl', ...where, '--contact', 'test@toile.example', '--depth', '5', '--delay', '0']
        const { code, err } = await startToile(args).ended
        expect(err).toMatch(/the disk is full\. Everything stored before is safe/)
        expect(err).not.toContain('fault of the program')
        expect(code).toBe(1)
        spawnSync('mount', ['-o', 'remount,size=64m', disk])
        expect((await startToile(args).ended).code).toBe(0)
        expect(findings({ ...bench, ...readingOf(corpus) })).toEqual(findings(undisturbed))
      } finally {
        spawnSync('umount', [disk])
      }
    },
  )

  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'is said with the same sentence when an answer is still under way at the next sign of life',
    async () => {
      const full = Array.from(
        { length: 6000 },
        (_, n) => `<p><a href="http://out${n}.example/${'x'.repeat(200)}">y</a>`,
      )
      const { web, benchOf } = await openWeb({
        'a.example': { '/': full.join('\n') },
        'b.example': { '/': { body: 'late', delayMs: 7000 } },
      })
      const bench = benchOf(['http://a.example/', 'http://b.example/'])
      const disk = join(bench.folder, 'disk')
      mkdirSync(disk)
      const mounted = mountSmallDisk(disk, '900k')
      if (!mounted) return expect(mounted).toBe(false)
      try {
        const where = [join(bench.folder, 'seeds.csv'), '--corpus', join(disk, 'web.sqlite'), '--proxy', web.proxy]
        const { code, err } = await startToile(['crawl', ...where, '--contact', 'test@toile.example']).ended
        expect(err).toMatch(/the disk is full\. Everything stored before is safe/)
        expect(err).not.toMatch(/^\s+at /m)
        expect(code).toBe(1)
      } finally {
        spawnSync('umount', [disk])
      }
    },
  )
})
