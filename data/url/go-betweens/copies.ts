import { words } from '../../words.ts'
import { turboTarget } from '../coded-targets.ts'
import { googleTranslated } from '../go-between-codes.ts'
import type { GoBetween } from './go-between.ts'
import { amp, clearUrls, seen, ural, urlpurify } from './sources.ts'

/** Pages in another form: made quick, translated, kept by a search. */
export const copies: readonly GoBetween[] = [
  { domains: ['google.com'], within: /^\/amp\/s\/(.+)$/, scheme: 'https', isCopy: true, source: clearUrls },
  { domains: ['google.com'], within: /^\/amp\/(?!s\/)([^/]+\..+)$/, scheme: 'http', isCopy: true, source: clearUrls },
  {
    domains: words('cdn.ampproject.org bing-amp.com'),
    within: /^\/(?:c|v|wp)\/s\/(.+)$/,
    scheme: 'https',
    isCopy: true,
    source: amp,
  },
  {
    domains: words('cdn.ampproject.org bing-amp.com'),
    within: /^\/(?:c|v|wp)\/(?!s\/)(.+)$/,
    scheme: 'http',
    isCopy: true,
    source: amp,
  },
  { domains: ['bing.com'], within: /^\/amp\/s\/(.+)$/, scheme: 'https', isCopy: true, source: 'Bing AMP viewer' },
  {
    domains: ['googleweblight.com'],
    parameters: ['lite_url', 'u'],
    isCopy: true,
    source: 'Google, "Web Light": the address in lite_url',
  },
  {
    domains: ['via.hypothes.is'],
    within: /^\/(https?:.+)$/,
    isCopy: true,
    source: 'Hypothesis, "Via": the address behind the slash',
  },
  { domains: ['bc.marfeelcache.com'], within: /^\/amp\/(.+)$/, scheme: 'https', isCopy: true, source: ural },
  {
    domains: ['translate.goog'],
    read: googleTranslated,
    isCopy: true,
    source: 'Google Search Central, "Ad networks and translation-related Google Search features"',
  },
  {
    domains: words('translate.google.com translate.googleusercontent.com'),
    path: /^\/(?:translate|website)/,
    parameters: ['u'],
    isCopy: true,
    source: urlpurify,
  },
  {
    domains: words('translatetheweb.com microsofttranslator.com'),
    parameters: ['a'],
    isCopy: true,
    source: seen,
  },
  {
    domains: words('translate.yandex.com translate.yandex.ru'),
    path: /^\/translate/,
    parameters: ['url'],
    isCopy: true,
    source: seen,
  },
  { domains: ['turbopages.org'], read: turboTarget, isCopy: true, source: urlpurify },
  {
    domains: words('yandex.ru yandex.com'),
    path: /^\/turbo\/./,
    read: turboTarget,
    isCopy: true,
    source: seen,
  },
  { domains: words('yandex.ru yandex.com'), path: /^\/turbo\/?$/, parameters: ['text'], isCopy: true, source: seen },
  {
    domains: ['webcache.googleusercontent.com'],
    within: /[?&]q=cache(?::|%3A)(?:[\w-]{12}(?::|%3A))?([^&+]+)/i,
    scheme: 'http',
    isCopy: true,
    source: 'Google, "cache:"',
  },
]
