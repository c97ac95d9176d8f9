import { CheerioCrawler } from '@crawlee/cheerio'
import { Configuration, log, LogLevel, ProxyConfiguration } from '@crawlee/core'
import { hostName, hosts } from './bench-web.ts'
import { measure } from './measure.ts'

const [proxy] = process.argv.slice(2)
log.setLevel(LogLevel.ERROR)

/** Crawlee's stock crawler for HTML, its storage in memory, as many requests in flight as Toile. */
await measure(async () => {
  let read = 0
  const crawler = new CheerioCrawler(
    {
      proxyConfiguration: new ProxyConfiguration({ proxyUrls: [proxy!] }),
      minConcurrency: 64,
      maxConcurrency: 64,
      requestHandler: async ({ $, enqueueLinks }) => {
        read += 1
        $('a[href]').each((_, link) => void $(link).text())
        await enqueueLinks({ strategy: 'same-hostname' })
      },
    },
    new Configuration({ persistStorage: false }),
  )
  await crawler.run(Array.from({ length: hosts }, (_, n) => `http://${hostName(n)}/`))
  return read
})
