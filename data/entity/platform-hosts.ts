import { words } from '../words.ts'

/** Hosts of blogs and sites that give each publisher a label before their domain. */
export const subdomainPlatforms: readonly string[] = [
  // French
  ...words('over-blog.com over-blog.fr over-blog.net over-blog.org over-blog-kiwi.com canalblog.com hautetfort.com'),
  ...words('blogspirit.com blogspirit.net unblog.fr skyrock.com eklablog.com eklablog.fr eklablog.net eklablog.org'),
  ...words('centerblog.net blog4ever.com blog4ever.net blogg.org e-monsite.com kazeo.com overblog.com midiblogs.com'),
  ...words('pagesperso-orange.fr monsite-orange.fr monsite.orange.fr perso.neuf.fr perso.sfr.fr chez-alice.fr'),
  ...words('chez.com ifrance.com hypotheses.org noblogs.org skynetblogs.be gandi.ws lautre.net forumactif.com'),
  // Everywhere
  ...words('typepad.com typepad.fr blogs.com livejournal.com posterous.com wikidot.com fandom.com bravesites.com'),
  ...words('weebly.com jimdo.com jimdofree.com jimdosite.com squarespace.com ghost.io strikingly.com webnode.fr'),
  ...words(
    'webnode.com site123.me wpengine.com wpcomstaging.com pantheonsite.io bandcamp.com beehiiv.com buttondown.email',
  ),
  ...words('myportfolio.com cargo.site cargocollective.com gitbook.io hubspotpagebuilder.com podbean.com libsyn.com'),
  ...words('webs.com proboards.com blogg.no blogg.se wikia.com forumotion.com readthedocs.org wikispaces.com'),
  ...words('freeforums.org smackjeeves.com enjin.com co.cc co.nr es.tl x10.mx'),
  // Each member and committee of Congress publishes under its own name.
  ...words('house.gov senate.gov'),
  // Sites made with a campaign vendor's tool are their campaign's, not the vendor's
  'nationbuilder.com',
]

/** The same blog answers on all of these, whatever the reader's country. */
export const blogspotDomains: readonly string[] = [
  ...words('ae al am ba be bg bj ca cf ch cl cv cz de dk fi fr gr hk hr hu ie in is it jp kr li lt lu md mk mr mx my'),
  ...words('nl no pe pt qa re ro rs ru se sg si sk sn td tw ug vn co.at co.id co.il co.ke co.nz co.uk co.za'),
  ...words('com.ar com.au com.br com.by com.co com.cy com.ee com.eg com.es com.mt com.ng com.tr com.uy'),
].map(ending => `blogspot.${ending}`)

/** Larger instances, and those of the French and American public debate. */
export const mastodonInstances: readonly string[] = [
  ...words('mastodon.social mastodon.online mastodon.world mastodon.xyz mastodon.cloud mstdn.social mas.to'),
  ...words('hachyderm.io fosstodon.org infosec.exchange journa.host newsie.social techhub.social universeodon.com'),
  ...words('sciences.social fediscience.org h-net.social econtwitter.net datasci.social vis.social mapstodon.space'),
  ...words('indieweb.social social.coop kolektiva.social masto.ai toot.community ohai.social c.im qoto.org'),
  ...words('piaille.fr mamot.fr framapiaf.org mastodon.zaclys.com eldritch.cafe oc.todon.fr todon.eu tooting.ch'),
  ...words('toot.aquilenet.fr mastodon.gougere.fr mastodon.top social.numerique.gouv.fr colter.social diaspodon.fr'),
  ...words(
    'pouet.chapril.org mastodon.roflcopter.fr mastodon.tetaneutral.net masto.bike social.sciences.re jasette.facil.services',
  ),
]
