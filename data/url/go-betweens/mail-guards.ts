import { words } from '../../words.ts'
import { avananTarget, postmarkTarget, sophosTarget } from '../coded-targets.ts'
import { proofpointV2, proofpointV3 } from '../go-between-codes.ts'
import { anyHost, type GoBetween } from './go-between.ts'
import { clearUrls, seen, urlpurify } from './sources.ts'

/** What mail programs and offices put before every link, kept when a mail is published. */
export const mailGuards: readonly GoBetween[] = [
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
  {
    domains: ['linkprotect.cudasvc.com'],
    path: /^\/url/,
    parameters: ['a'],
    source: 'Barracuda, "Understanding Link Protection"',
  },
  { domains: ['clicktime.symantec.com'], parameters: ['u'], source: urlpurify },
  {
    domains: ['secure-web.cisco.com'],
    within: /\/(https?(?:%3A|:).+)$/i,
    source: 'Cisco AsyncOS, proxy_template secure-web.cisco.com/%(auth)s/%(url)s',
  },
  {
    domains: ['safelink.emails.azure.net'],
    path: /^\/redirect/,
    parameters: ['destination'],
    source: seen,
  },
  {
    domains: [anyHost],
    path: /^\/owa\/(?:[\w.]+\/)?redir\.aspx$/i,
    parameters: ['URL', 'url'],
    source: 'Exchange, Outlook on the web: each organisation has it on its own host',
  },
  {
    domains: ['trendmicro.com'],
    path: /^\/wis\/clicktime\//,
    parameters: ['url'],
    source: 'Trend Micro, "Time-of-Click Protection"; addresses in public mailing lists',
  },
  { domains: ['protection.sophos.com'], path: /^\/$/, read: sophosTarget, source: urlpurify },
  { domains: ['fireeye.com'], path: /^\/(?:v1\/)?url$/, parameters: ['u'], source: seen },
  { domains: ['url.avanan.click'], path: /^\/v2\//, read: avananTarget, source: seen },
  { domains: ['click.pstmrk.it'], read: postmarkTarget, source: urlpurify },
  { domains: ['urlsand.esvalabs.com'], parameters: ['u'], source: seen },
  {
    domains: words('deref-mail.com deref-gmx.com deref-gmx.net deref-gmx.fr deref-web.de'),
    parameters: ['redirectUrl'],
    source: seen,
  },
  { domains: ['awstrack.me'], within: /\/(https?(?:%3A|:)[^/]+)\//i, source: clearUrls },
  { domains: ['links.govdelivery.com'], within: /&(https?:\/\/.+)$/, source: clearUrls },
]
