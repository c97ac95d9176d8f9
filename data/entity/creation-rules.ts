import { words } from '../words.ts'
import { blogspotDomains, mastodonInstances, subdomainPlatforms } from './platform-hosts.ts'

/**
 * How a platform's addresses fall into the entities of those who publish there. What no path or label of the rule gives
 * (share buttons, help, search) belongs to the platform's own entity, found as for any other domain.
 */
export interface CreationRule {
  /** Where the rule holds, each domain for itself. */
  readonly domains: readonly string[]
  /** Other domains that show the same as the first of `domains`, and are read as it. */
  readonly folds?: readonly string[]
  /** Labels before the domain that show the same as the bare domain: m.facebook.com, fr.linkedin.com. */
  readonly variants?: RegExp
  /** Every other label before the domain is an actor. */
  readonly subdomains?: boolean
  /** One path step below such a label is an actor of its own. */
  readonly step?: boolean
  /**
   * Paths of actors, tried in order. `*` is the actor's name: a whole step, the end of one, or a parameter's value.
   * A pair reads the first as the second, which may be on another host; its `*` is the last name of the first.
   */
  readonly paths?: readonly (string | readonly [path: string, as: string])[]
  /** Names that are the platform's own, in lower case. */
  readonly reserved?: readonly string[]
  /** What a name must look like. */
  readonly name?: RegExp
  /** Paths in which the platform tells names apart by case. Default: none. */
  readonly caseCounts?: RegExp
}

const variants = /^(?:m|mobile|touch|mbasic|web|[a-z]{2}|[a-z]{2}-[a-z]{2})$/
const everyPath = /^/

/** Names that nobody gets on any platform. */
const own = words(`about account accounts admin api app apps blog business careers contact developer developers docs
  download downloads explore features feed help home jobs join legal login logout news notifications policies press
  pricing privacy search security settings share signin signup static support terms tos upload widgets www`)

/** Labels that nobody gets on a platform of subdomains. Fewer: 'news' and 'press' are blogs there. */
const ownLabels =
  words(`account accounts admin api app apps assets blog cdn developer developers docs fr en de es it pt nl
  us help images img login mail m mobile static static1 status support www`)

const plus = (more: string): readonly string[] => [...own, ...words(more)]

export const socialNetworks: readonly CreationRule[] = [
  {
    domains: ['twitter.com'],
    // The last two are readers of the same accounts.
    folds: words('x.com xcancel.com nitter.net'),
    variants,
    paths: [['/@*', '/*'], '/*'],
    reserved: plus('i intent hashtag statuses oauth compose messages who_to_follow'),
    name: /^\w{1,20}$/,
  },
  {
    domains: ['facebook.com'],
    folds: ['fb.com'],
    variants,
    paths: [
      '/profile.php?id=*',
      '/group.php?gid=*',
      '/pages/category/*/*',
      '/pages/*/*',
      '/pages/*',
      '/groups/*',
      '/people/*/*',
      '/people/*',
      ['/pg/*', '/*'],
      '/*',
    ],
    reserved:
      plus(`ads album.php campaign category dialog events gaming group.php groups hashtag images l.php marketplace media messages
      notes pages people permalink.php pg photo photo.php photos plugins profile.php r.php recover reel saved
      share.php sharer sharer.php story.php tr v2.0 video video.php videos watch`),
  },
  {
    domains: ['linkedin.com'],
    variants,
    paths: ['/in/*', '/pub/*', '/company/*', '/school/*', '/showcase/*', '/groups/*'],
  },
  {
    domains: ['instagram.com'],
    variants,
    paths: [['/stories/*', '/*'], '/*'],
    reserved: plus('p reel reels tv stories highlights directory web'),
  },
  { domains: ['threads.net'], folds: ['threads.com'], paths: ['/@*'] },
  { domains: ['bsky.app'], paths: ['/profile/*'] },
  { domains: ['tiktok.com'], variants, paths: ['/@*'] },
  { domains: mastodonInstances, paths: [['/web/@*', '/@*'], ['/users/*', '/@*'], '/@*'] },
  {
    domains: ['t.me'],
    folds: words('telegram.me telegram.dog'),
    paths: [['/s/*', '/*'], '/*'],
    reserved: plus('s joinchat addstickers proxy iv c'),
  },
  { domains: ['reddit.com'], folds: ['old.reddit.com'], variants, paths: ['/r/*', ['/u/*', '/user/*'], '/user/*'] },
  {
    domains: ['pinterest.com'],
    folds: words('pinterest.fr pinterest.co.uk pinterest.ca pinterest.de'),
    variants,
    paths: ['/*'],
    reserved: plus('pin ideas _ categories topics today'),
  },
  { domains: ['vk.com'], folds: ['vkontakte.ru'], variants, paths: ['/*'], reserved: plus('share.php wall away.php') },
  { domains: ['viadeo.com'], variants, paths: ['/profile/*', '/p/*', ['/*/profile/*', '/profile/*']] },
  { domains: ['plus.google.com'], paths: ['/communities/*', '/*'], reserved: plus('up u communities') },
  {
    domains: ['meetup.com'],
    variants,
    paths: [['/fr-fr/*', '/*'], ['/en-us/*', '/*'], '/*'],
    reserved: plus('cities find topics pro members lp fr-fr en-us'),
  },
  { domains: ['myspace.com'], variants, paths: ['/*'], reserved: plus('discover music video index.cfm') },
  { domains: words('about.me linktr.ee paper.li'), paths: ['/*'], reserved: plus('edit') },
]

export const media: readonly CreationRule[] = [
  {
    domains: ['youtube.com'],
    // A short address names a video, never its channel: it stays with the platform.
    folds: words('youtu.be youtube-nocookie.com youtube.fr'),
    variants,
    paths: ['/@*', '/channel/*', '/c/*', '/user/*'],
    caseCounts: /^\/channel\//,
  },
  {
    domains: ['vimeo.com'],
    folds: ['player.vimeo.com'],
    paths: ['/channels/*', '/groups/*', '/showcase/*', '/*'],
    reserved: plus('video categories channels groups album showcase ondemand watch upgrade user'),
    // A number is a video.
    name: /\D/,
  },
  {
    domains: ['dailymotion.com'],
    variants,
    paths: [['/user/*', '/*'], '/*'],
    reserved: plus('video playlist embed user browse channel crawler hub swf topic tag fr us'),
  },
  { domains: ['twitch.tv'], variants, paths: ['/*'], reserved: plus('videos directory p clip embed') },
  {
    domains: ['soundcloud.com'],
    variants,
    paths: ['/*'],
    reserved: plus('discover stream charts tags player you pages'),
  },
  {
    domains: ['slideshare.net'],
    variants,
    paths: ['/*'],
    reserved: plus('slideshow mobile embed_code category secret'),
  },
  { domains: words('issuu.com speakerdeck.com'), paths: ['/*'], reserved: plus('store publish c p player') },
  { domains: ['flickr.com'], variants, paths: ['/photos/*', '/people/*', '/groups/*'], reserved: words('tags search') },
  { domains: ['scribd.com'], variants, paths: ['/user/*', ['/people/view/*', '/user/*']] },
  { domains: ['scoop.it'], variants, paths: ['/u/*', ['/t/*', '/topic/*'], '/topic/*'] },
]

const blogs: readonly CreationRule[] = [
  {
    domains: ['medium.com'],
    subdomains: true,
    paths: ['/@*', '/*'],
    reserved: plus(`m p me tag tags topic topics membership plans creators new-story policy jobs-at-medium _ miro
      cdn-images-1 cdn-client`),
  },
  {
    domains: ['substack.com'],
    subdomains: true,
    paths: ['/@*', '/profile/*'],
    reserved: plus('open on email p inbox discover'),
  },
  { domains: ['open.substack.com'], paths: [['/pub/*', '*.substack.com']] },
  {
    domains: ['tumblr.com'],
    subdomains: true,
    paths: [
      ['/blog/view/*', '*.tumblr.com'],
      ['/blog/*', '*.tumblr.com'],
      ['/*', '*.tumblr.com'],
    ],
    reserved: plus('dashboard tagged tag media assets embed reblog follow oauth likes new view'),
  },
  {
    domains: ['deviantart.com'],
    subdomains: true,
    paths: [['/*', '*.deviantart.com']],
    reserved: plus('art browse deviation forum fav morelikethis tag users journal groups'),
  },
  { domains: ['blogspot.com'], folds: blogspotDomains, subdomains: true, reserved: words('draft') },
  {
    domains: ['wordpress.com'],
    // A blog's uploads.
    folds: ['files.wordpress.com'],
    subdomains: true,
    reserved: plus('en fr de es it pt nl public-api s0 s1 s2 stats i0 i1 i2 r-login theme themes vip learn'),
  },
  { domains: subdomainPlatforms, subdomains: true, reserved: ownLabels },
  { domains: ['wixsite.com'], subdomains: true, step: true, reserved: ownLabels },
  {
    domains: ['wix.com'],
    paths: ['/*/*'],
    reserved: plus('website lpviral ecommerce studio app-market tools html5us'),
  },
  { domains: words('lemonde.fr rue89.nouvelobs.com'), paths: ['/blog/*'] },
  {
    domains: words('blog.lemonde.fr blogs.nouvelobs.com blogs.liberation.fr blogs.rue89.com blogs.nytimes.com'),
    subdomains: true,
    reserved: plus('abonnes'),
  },
  {
    domains: ['blogs.mediapart.fr'],
    paths: [['/blog/*', '/*'], '/edition/*', '/*'],
    reserved: plus('blogs edition editions sites files les-blogs participatif tag themes'),
  },
  {
    domains: words(`blog.lefigaro.fr blogs.lexpress.fr blogs.lesechos.fr blogs.alternatives-economiques.fr
      blog.francetvinfo.fr blogs.la-croix.com blogs.letemps.ch`),
    paths: ['/*'],
    reserved: plus('wp-content wp-includes tag category author page'),
  },
  { domains: ['forbes.com'], paths: ['/sites/*'] },
  { domains: ['dailykos.com'], paths: [['/users/*', '/user/*'], '/user/*', '/blogs/*'] },
]

const pagesOfOnesOwn: readonly CreationRule[] = [
  {
    domains: ['free.fr'],
    subdomains: true,
    reserved: plus(`portail subscribe adsl mail imp zimbra webmail ftp assistance mobile freebox dl wiki recherche pub
      freenews offres`),
  },
  { domains: ['perso.free.fr'], subdomains: true, paths: ['/~*', '/*'], caseCounts: everyPath },
  {
    domains: words(`perso.wanadoo.fr perso.orange.fr perso.club-internet.fr membres.lycos.fr membres.multimania.fr
      perso.numericable.fr pageperso.aol.fr`),
    paths: ['/*'],
    caseCounts: everyPath,
  },
  {
    domains: ['github.com'],
    paths: ['/*'],
    reserved: plus(`topics trending collections sponsors marketplace orgs users enterprise readme site organizations
      codespaces customer-stories events team nonprofit solutions resources`),
  },
  {
    domains: words('gitlab.com framagit.org codeberg.org bitbucket.org huggingface.co kaggle.com'),
    paths: ['/*'],
    reserved: plus('users dashboard groups projects datasets models spaces code competitions topics product repo'),
    name: /^[^-]/,
  },
  { domains: ['observablehq.com'], paths: ['/@*'] },
  {
    domains: ['data.gouv.fr'],
    paths: [['/*/organizations/*', '/organizations/*'], '/organizations/*', ['/*/users/*', '/users/*'], '/users/*'],
  },
  {
    domains: ['sites.google.com'],
    paths: ['/a/*/*', '/site/*', '/view/*', '/*/*'],
    reserved: words('a site view new u d'),
    caseCounts: everyPath,
  },
  { domains: ['groups.google.com'], paths: [['/group/*', '/g/*'], '/g/*'] },
  { domains: words('journals.openedition.org books.openedition.org'), paths: ['/*'], reserved: plus('catalogue') },
  { domains: ['researchgate.net'], paths: ['/profile/*'] },
  { domains: ['academia.edu'], subdomains: true, step: true, reserved: ownLabels },
]

/** All rules; of several the one with the longest domain applies.. */
export const creationRules: readonly CreationRule[] = [...socialNetworks, ...media, ...blogs, ...pagesOfOnesOwn]
