import { argv, env } from 'node:process'

/** Toile's command line, whose crawls go through the proxy of an invented web, a second apart: neither is asked for in the page. */
if (argv[2] === 'crawl') argv.push('--proxy', env['TOILE_TEST_PROXY'] ?? '', '--delay', '1')
await import('../../cli.ts')
