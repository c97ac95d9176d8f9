import { media, socialNetworks } from '#data/entity/creation-rules.ts'
import { blogspotDomains, mastodonInstances, subdomainPlatforms } from '#data/entity/platform-hosts.ts'
import { linkMarks, type Mark } from '#data/marks/link-marks.ts'
import { seen } from '#data/url/go-betweens/sources.ts'
import { anyHost } from '#data/url/go-betweens/go-between.ts'
import { goBetweens } from '#data/url/go-betweens.ts'
import { knownShorteners } from '#data/url/known-shorteners.ts'
import { words } from '#data/words.ts'

/** What a host is for everybody alike, so that a link to it recognises nobody. */
export const infrastructureKinds = [
  'platform',
  'shortener',
  'go-between',
  'hosting',
  'software',
  'statistics',
  'licence',
  'browser',
  'standard',
  'search',
] as const
export type InfrastructureKind = (typeof infrastructureKinds)[number]

export interface HostRow {
  readonly kind: InfrastructureKind
  /** Hosts with and without 'www.'; a leading '.' takes those below, too. Who publishes below a platform under a name of their own is not it. */
  readonly hosts: readonly string[]
  /** Where the row comes from. */
  readonly source: string
}

/** Targets of this mark that are whole hosts. */
const markedHosts = (mark: Mark): readonly string[] =>
  linkMarks.flatMap(({ mark: own, target = '' }) =>
    own === mark && /^[^/?]+$/.test(target) ? [target.replace(/\$$/, '')] : [],
  )

/** Publishers under names of their own: the domain itself is no platform that anybody may use. */
const ownPublishers = new Set(words('house.gov senate.gov nationbuilder.com hypotheses.org noblogs.org lautre.net'))

/** Rows of other tables of this house come first, each with the source that it has there. */
export const infrastructureHosts: readonly HostRow[] = [
  {
    kind: 'platform',
    hosts: [...socialNetworks, ...media].flatMap(({ domains, folds = [] }) => [...domains, ...folds]),
    source: 'data/entity/creation-rules.ts: where each account is an entity of its own',
  },
  {
    kind: 'platform',
    hosts: [
      ...subdomainPlatforms.filter(host => !ownPublishers.has(host)),
      ...blogspotDomains,
      ...mastodonInstances,
      ...words(
        'blogspot.com blogger.com wordpress.com medium.com substack.com tumblr.com wixsite.com wix.com sites.google.com',
      ),
      ...words('groups.google.com github.com gist.github.com gitlab.com bitbucket.org codeberg.org framagit.org'),
    ],
    source: 'data/entity/platform-hosts.ts: where each publisher is an entity of its own',
  },
  {
    kind: 'platform',
    hosts:
      words(`.wikipedia.org .wikimedia.org .wikidata.org .wiktionary.org .archive.org .paypal.com .stripe.com .eventbrite.com
      .eventbrite.fr .helloasso.com .gofundme.com .patreon.com .tipeee.com .kickstarter.com .ulule.com .amazon.com .amazon.fr .amazon.co.uk
      .apple.com .microsoft.com .office.com .dropbox.com .wetransfer.com .zoom.us .skype.com .whatsapp.com .messenger.com .spotify.com
      .deezer.com .netvibes.com .feedly.com .addthis.com .addtoany.com .sharethis.com .disqus.com .gravatar.com .mailchimp.com .list-manage.com
      .typeform.com .surveymonkey.com .doodle.com .framadate.org .framaforms.org .mailpoet.com .sendinblue.com .brevo.com .trello.com .slack.com
      .discord.com .discord.gg .digg.com .delicious.com .stumbleupon.com .technorati.com .friendfeed.com .foursquare.com .quora.com`),
    source: seen,
  },
  { kind: 'shortener', hosts: knownShorteners, source: 'data/url/known-shorteners.ts' },
  {
    kind: 'go-between',
    hosts: goBetweens
      .filter(({ path, isCopy, domains }) => path === undefined && isCopy !== true && !domains.includes(anyHost))
      .flatMap(({ domains }) => domains.map(domain => `.${domain}`)),
    source: 'data/url/go-betweens: hosts that do nothing else',
  },
  { kind: 'hosting', hosts: markedHosts('hosting'), source: 'data/marks/link-marks.ts, hosting' },
  {
    kind: 'software',
    hosts: [...markedHosts('cms'), ...markedHosts('theme')],
    source: 'data/marks/link-marks.ts, cms and theme',
  },
  { kind: 'statistics', hosts: markedHosts('statistics'), source: 'data/marks/link-marks.ts, statistics' },
  {
    kind: 'licence',
    hosts: words(
      '.creativecommons.org creativecommons.fr .opensource.org .gnu.org unlicense.org .opendatacommons.org artlibre.org cecill.info spdx.org',
    ),
    source: 'publishers of the licences of the SPDX License List',
  },
  {
    kind: 'browser',
    hosts:
      words(`.mozilla.org .mozilla.com .firefox.com .getfirefox.com .opera.com .browsehappy.com .chromium.org .brave.com .vivaldi.com
      .torproject.org .konqueror.org get.adobe.com .macromedia.com .adobe.com .java.com`),
    source: 'makers of browsers and of what pages once needed beside them',
  },
  {
    kind: 'standard',
    hosts:
      words(`.w3.org .w3c.org .whatwg.org .ietf.org .rfc-editor.org .iana.org .icann.org .schema.org .purl.org .xmlns.com .ogp.me
      .microformats.org .dublincore.org .oasis-open.org .unicode.org .iso.org .openid.net .oauth.net .jsonfeed.org .rssboard.org .robotstxt.org
      .sitemaps.org .humanstxt.org .webmention.net .ecma-international.org`),
    source: 'bodies that the standards name as their publishers',
  },
  {
    kind: 'search',
    hosts:
      words(`.google.com .google.fr .google.co.uk .google.de .google.ca .google.be .google.ch .bing.com .yahoo.com .yahoo.fr .duckduckgo.com
      .qwant.com .ecosia.org .lilo.org .startpage.com .baidu.com .yandex.com .yandex.ru .ask.com .altavista.com .exalead.com .exalead.fr .voila.fr
      .lycos.com .lycos.fr .excite.com .dmoz.org .curlie.org .searx.me`),
    source: 'search engines and directories, past and present, by the names of their own front pages',
  },
]
