import { words } from '../words.ts'
import { googleTranslated, proofpointV2, proofpointV3, bingClick } from './go-between-codes.ts'

/**
 * A host that stands between a link and where it leads, and whose address says where: a reader's way out of a network or a mail
 * program, a copy, a translation. Shorteners, whose addresses tell nothing, are asked (`--resolve`).
 */
export interface GoBetween {
  /** Where the rule holds, subdomains included. */
  readonly domains: readonly string[]
  /** How the path begins. Default: any. */
  readonly path?: RegExp
  /** Where the address stands: parameters of the query, the first that holds one counts … */
  readonly parameters?: readonly string[]
  /** … or group 1 of this, in what follows the host; `scheme` is put before it when it has none … */
  readonly within?: RegExp
  readonly scheme?: 'http' | 'https'
  /** … or a code of the go-between's own: from its address to that it stands for, null when it isn't one. */
  readonly read?: (address: URL) => string | null
  /** It shows pages itself: links from one of its pages to another are its own. Default false. */
  readonly isCopy?: boolean
  /** Who documents it. */
  readonly source: string
}

const clearUrls = 'ClearURLs/Rules, data.min.json, "redirections"'
const ural = 'medialab/ural, infer_redirection'
const memento = 'RFC 7089 and pywb, "URL rewriting": <collection>/<time stamp><modifier>/<address>'

/** What an archive of the Web puts before the address: a time stamp (or a star) with the modifier of a replayed part. */
const stamped = String.raw`(?:\d{1,14}\*?|\*)(?:[a-z]{2}_)?\/(.+)`
const afterStamp = (way: string): RegExp => new RegExp(`^${way}${stamped}$`)

const waysOut: readonly GoBetween[] = [
  { domains: ['google.com'], path: /^\/(?:url|search\/url)$/, parameters: ['q', 'url'], source: clearUrls },
  { domains: words('googleadservices.com doubleclick.net'), parameters: ['adurl'], source: clearUrls },
  {
    domains: ['facebook.com'],
    path: /^\/(?:l|ajax\/l|si\/ajax\/l\/render)\.php/,
    parameters: ['u'],
    source: clearUrls,
  },
  { domains: ['facebook.com'], path: /^\/flx\/warn/, parameters: ['u'], source: 'medialab/ural, facebook' },
  {
    domains: words('l.instagram.com l.messenger.com l.threads.net l.threads.com l.workplace.com'),
    parameters: ['u'],
    source: clearUrls,
  },
  { domains: ['youtube.com'], path: /^\/redirect\b/, parameters: ['q'], scheme: 'https', source: clearUrls },
  { domains: words('out.reddit.com click.redditmail.com'), parameters: ['url'], source: clearUrls },
  { domains: words('vk.com vk.ru'), path: /^\/away\.php/, parameters: ['to'], source: clearUrls },
  { domains: ['ok.ru'], path: /^\/dk/, parameters: ['st.link'], source: 'addresses that ok.ru writes' },
  {
    domains: ['linkedin.com'],
    path: /^\/(?:redir\/redirect|safety\/go|redirect)\b/,
    parameters: ['url'],
    source: 'addresses that LinkedIn writes',
  },
  { domains: ['t.umblr.com'], path: /^\/redirect/, parameters: ['z'], source: clearUrls },
  { domains: ['pinterest.com'], path: /^\/offsite/, parameters: ['url'], source: 'addresses that Pinterest writes' },
  { domains: ['steamcommunity.com'], path: /^\/linkfilter/, parameters: ['url', 'u'], source: clearUrls },
  { domains: ['steamcommunity.com'], path: /^\/linkfilter/, within: /^\/linkfilter\/\?(https?.+)$/, source: clearUrls },
  { domains: ['deviantart.com'], within: /^\/(?:.*\/)?outgoing\?(.+)$/, source: clearUrls },
  { domains: words('gate.sc exit.sc'), parameters: ['url'], source: clearUrls },
  { domains: ['disq.us'], parameters: ['url'], source: clearUrls },
  { domains: ['slack-redir.net'], path: /^\/link/, parameters: ['url'], source: 'Slack, "Link security"' },
  { domains: ['getpocket.com'], path: /^\/redirect/, parameters: ['url'], source: clearUrls },
  { domains: ['flipboard.com'], path: /^\/redirect/, parameters: ['url'], source: 'addresses that Flipboard writes' },
  { domains: ['duckduckgo.com'], path: /^\/l\//, parameters: ['uddg'], source: clearUrls },
  { domains: ['search.yahoo.com'], within: /\/RU=([^/]+)\//, source: 'addresses that Yahoo writes' },
  {
    domains: ['bing.com'],
    path: /^\/ck\/a/,
    read: bingClick,
    source: 'addresses that Bing writes: a1, then base64url',
  },
  { domains: ['curseforge.com'], path: /^\/linkout/, parameters: ['remoteUrl'], source: clearUrls },
  {
    domains: words('mozgcp.net mozaws.net outgoing.mozilla.org'),
    within: /^\/v1\/[0-9a-f]{64}\/(.+)$/,
    source: clearUrls,
  },
  {
    domains: words('link.zhihu.com link.csdn.net link.juejin.cn'),
    parameters: ['target'],
    source: 'addresses that these sites write',
  },
  { domains: ['douban.com'], path: /^\/link2/, parameters: ['url'], source: 'addresses that Douban writes' },
  {
    domains: words('weibo.cn weibo.com'),
    path: /^\/sinaurl/,
    parameters: ['u', 'toasturl'],
    source: 'addresses that Weibo writes',
  },
  {
    domains: words('href.li anonym.to anonym.es nullrefer.com dereferer.me dereferer.org'),
    within: /^\/\?(.+)$/,
    source: clearUrls,
  },
]

/** What mail programs and offices put before every link, kept when a mail is published. */
const mailGuards: readonly GoBetween[] = [
  {
    domains: words(
      'safelinks.protection.outlook.com safelinks.protection.office365.us safelinks.protection.outlook.cn',
    ),
    parameters: ['url'],
    source: 'Microsoft Learn, "Safe Links in Microsoft Defender for Office 365"',
  },
  {
    domains: ['teams.cdn.office.net'],
    path: /safelinks/,
    parameters: ['url'],
    source: 'Microsoft Learn, "Safe Links"',
  },
  {
    domains: words('urldefense.proofpoint.com urldefense.com'),
    path: /^\/v1\//,
    parameters: ['u'],
    source: 'Proofpoint, urldecode.py',
  },
  {
    domains: words('urldefense.proofpoint.com urldefense.com'),
    path: /^\/v2\//,
    read: proofpointV2,
    source: 'Proofpoint, urldecode.py',
  },
  {
    domains: words('urldefense.com urldefense.us'),
    path: /^\/v3\//,
    read: proofpointV3,
    source: 'Proofpoint, urldecode.py',
  },
  { domains: ['linkprotect.cudasvc.com'], path: /^\/url/, parameters: ['a'], source: 'Barracuda, "Link Protection"' },
  { domains: ['clicktime.symantec.com'], parameters: ['u'], source: 'addresses that Symantec writes' },
  { domains: ['secure-web.cisco.com'], within: /\/(https?(?:%3A|:).+)$/i, source: 'Cisco, "URL rewriting"' },
  { domains: ['awstrack.me'], within: /\/(https?(?:%3A|:)[^/]+)\//i, source: clearUrls },
  { domains: ['links.govdelivery.com'], within: /&(https?:\/\/.+)$/, source: clearUrls },
]

const shops: readonly GoBetween[] = [
  { domains: ['awin1.com'], parameters: ['ued', 'p'], source: clearUrls },
  { domains: ['linksynergy.com'], parameters: ['murl'], source: clearUrls },
  { domains: ['go.skimresources.com'], parameters: ['url'], source: clearUrls },
  { domains: ['go.redirectingat.com'], parameters: ['url'], source: 'Skimlinks, as go.skimresources.com' },
  { domains: ['redirect.viglink.com'], parameters: ['u'], source: clearUrls },
  { domains: words('digidip.net effiliation.com dpbolvw.net'), parameters: ['url'], source: clearUrls },
  { domains: ['tradedoubler.com'], parameters: ['url', '_td_deeplink'], source: clearUrls },
]

const copies: readonly GoBetween[] = [
  { domains: ['google.com'], within: /^\/amp\/s\/(.+)$/, scheme: 'https', isCopy: true, source: clearUrls },
  { domains: ['google.com'], within: /^\/amp\/(?!s\/)([^/]+\..+)$/, scheme: 'http', isCopy: true, source: clearUrls },
  {
    domains: words('cdn.ampproject.org bing-amp.com'),
    within: /^\/(?:c|v|wp)\/s\/(.+)$/,
    scheme: 'https',
    isCopy: true,
    source: 'AMP Project, "AMP Cache URL format"',
  },
  {
    domains: words('cdn.ampproject.org bing-amp.com'),
    within: /^\/(?:c|v|wp)\/(?!s\/)(.+)$/,
    scheme: 'http',
    isCopy: true,
    source: 'AMP Project, "AMP Cache URL format"',
  },
  { domains: ['bing.com'], within: /^\/amp\/s\/(.+)$/, scheme: 'https', isCopy: true, source: 'Bing AMP viewer' },
  { domains: ['bc.marfeelcache.com'], within: /^\/amp\/(.+)$/, scheme: 'https', isCopy: true, source: ural },
  {
    domains: ['translate.goog'],
    read: googleTranslated,
    isCopy: true,
    source: 'google/translate.goog: "--" is a hyphen, "-" a dot',
  },
  {
    domains: words('translate.google.com translate.googleusercontent.com'),
    path: /^\/(?:translate|website)/,
    parameters: ['u'],
    isCopy: true,
    source: 'Google Translate, "Translate websites"',
  },
  {
    domains: words('translatetheweb.com microsofttranslator.com'),
    parameters: ['a'],
    isCopy: true,
    source: 'Microsoft Translator',
  },
  {
    domains: words('translate.yandex.com translate.yandex.ru'),
    path: /^\/translate/,
    parameters: ['url'],
    isCopy: true,
    source: 'Yandex Translate',
  },
  {
    domains: ['webcache.googleusercontent.com'],
    within: /[?&]q=cache(?::|%3A)(?:[\w-]{12}(?::|%3A))?([^&+]+)/i,
    scheme: 'http',
    isCopy: true,
    source: 'Google, "cache:"',
  },
]

const archives: readonly GoBetween[] = [
  {
    domains: words('web.archive.org wayback.archive.org archive.org'),
    within: afterStamp(String.raw`\/web\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  { domains: words('web.archive.org'), within: /^\/(?:web\/|save\/)?(https?:.+)$/, isCopy: true, source: memento },
  {
    domains: words('archive.today archive.is archive.ph archive.li archive.md archive.vn archive.fo'),
    within: /^\/(?:o\/\w+|newest|oldest|\d{4,14}|\d{4}\.\d\d\.\d\d-\d{6})\/(https?:.+)$/,
    isCopy: true,
    source: 'archive.today, "FAQ" and Memento',
  },
  {
    domains: ['wayback.archive-it.org'],
    within: afterStamp(String.raw`\/(?:\d+|all)\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['webarchive.nationalarchives.gov.uk'],
    within: afterStamp(String.raw`\/(?:ukgwa\/)?`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['webarchive.org.uk'],
    within: afterStamp(String.raw`\/wayback\/(?:[a-z]{2}\/)?archive\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['arquivo.pt'],
    within: afterStamp(String.raw`\/(?:noFrame\/replay|wayback)\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['webarchive.loc.gov'],
    within: afterStamp(String.raw`\/(?:all|legacy|lcwa\d+)\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['swap.stanford.edu'],
    within: afterStamp(String.raw`\/(?:was\/)?`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: words('vefsafn.is webarchiv.cz'),
    within: afterStamp(String.raw`\/(?:wayback|is)\/`),
    scheme: 'http',
    isCopy: true,
    source: memento,
  },
  {
    domains: ['timetravel.mementoweb.org'],
    within: /^\/(?:memento|list|api\/json)\/\d{4,14}\/(.+)$/,
    scheme: 'http',
    isCopy: true,
    source: 'Memento, "Time Travel"',
  },
  { domains: ['webcitation.org'], path: /^\/query/, parameters: ['url'], isCopy: true, source: 'WebCite, "Syntax"' },
]

/** The first row that reads an address counts. */
export const goBetweens: readonly GoBetween[] = [...waysOut, ...mailGuards, ...shops, ...copies, ...archives]
