/** What a link is beside recognition: the same on every site that uses the tool, hence marked and never dropped. */
export const marks = ['share', 'profile', 'cms', 'theme', 'hosting', 'statistics', 'credit', 'licence'] as const
export type Mark = (typeof marks)[number]

/** Marks of what stands around a page: in its own matter, a link to WordPress or 'built by' is somebody's sentence. */
export const frameMarks: readonly Mark[] = ['cms', 'theme', 'hosting', 'statistics', 'credit']

/**
 * One row of the table. `target`: a host ('www.' left out; a leading '.' takes its subdomains too) and what its path and
 * query begin with; '*' stands for one name in the path, '$' for the end of the path. `words`: what stands just before
 * the link in its sentence, any case.
 */
export interface MarkRule {
  readonly mark: Mark
  readonly target?: string
  readonly words?: string
}

const rules = (mark: Mark, targets: string): MarkRule[] =>
  targets
    .trim()
    .split(/\s+/)
    .map(target => ({ mark, target }))
const phrases = (mark: Mark, words: string): MarkRule[] => words.split('/').map(phrase => ({ mark, words: phrase }))

/**
 * Vendors of campaign software and agencies are not in it: that a site says 'powered by' one of them is what the study
 * looks for, and the words mark it as a credit. The first rule that fits wins, so share buttons come before profiles.
 */
export const linkMarks: readonly MarkRule[] = [
  ...rules(
    'share',
    `.facebook.com/sharer .facebook.com/share.php .facebook.com/share/ .facebook.com/dialog/ .facebook.com/plugins/
    twitter.com/intent/ twitter.com/share twitter.com/home?status= twitter.com/?status= x.com/intent/ x.com/share
    linkedin.com/shareArticle linkedin.com/sharing/ linkedin.com/cws/share plus.google.com/share m.google.com/app/plus/
    .pinterest.com/pin/create .pinterest.fr/pin/create reddit.com/submit old.reddit.com/submit .tumblr.com/share tumblr.com/widgets/share
    wa.me/?text= api.whatsapp.com/send web.whatsapp.com/send t.me/share telegram.me/share digg.com/submit del.icio.us/post
    delicious.com/save delicious.com/post stumbleupon.com/submit technorati.com/faves .addthis.com/bookmark .addtoany.com/
    .sharethis.com/ getpocket.com/save getpocket.com/edit instapaper.com/hello2 news.ycombinator.com/submitlink
    bsky.app/intent/ threads.net/intent/ .viadeo.com/shareit viadeo.com/shareit scoop.it/bookmarklet buffer.com/add
    bufferapp.com/add flattr.com/submit vk.com/share xing.com/spi/shares social-plugins.line.me/ wikio.fr/vote
    netvibes.com/subscribe feedly.com/i/subscription bloglines.com/sub add.my.yahoo.com/ fusion.google.com/add
    identi.ca/index.php?action=newnotice mail.google.com/mail/?view=cm print-friendly.com/ .printfriendly.com/
    .thunderclap.it/ blogmarks.net/my/new myspace.com/modules/postto friendfeed.com/share`,
  ),
  ...rules(
    'profile',
    `.facebook.com/$ twitter.com/$ x.com/$ .facebook.com/group.php .facebook.com/pages/ .facebook.com/groups/ .facebook.com/profile.php .facebook.com/*$ fb.me/ fb.com/*$
    twitter.com/*$ mobile.twitter.com/*$ x.com/*$ .instagram.com/*$ .linkedin.com/in/ .linkedin.com/company/
    .linkedin.com/school/ .linkedin.com/groups .linkedin.com/pub/ youtube.com/user/ youtube.com/channel/ youtube.com/c/ youtube.com/@
    m.youtube.com/user/ flickr.com/photos/*$ flickr.com/people/ flickr.com/groups/ dailymotion.com/user/ plus.google.com/
    .pinterest.com/*$ .pinterest.fr/*$ .tiktok.com/@ .snapchat.com/add/ bsky.app/profile/*$ threads.net/@ .twitch.tv/*$ t.me/*$
    github.com/*$ gitlab.com/*$ soundcloud.com/*$ slideshare.net/*$ scoop.it/u/ viadeo.com/fr/profile .viadeo.com/profile/
    foursquare.com/ about.me/*$ identi.ca/*$ myspace.com/*$ orcid.org/ .researchgate.net/profile/ scholar.google.com/citations
    .meetup.com/*$ discord.gg/ discord.com/invite/ .mastodon.social/@ mastodon.social/@ piaille.fr/@ framapiaf.org/@`,
  ),
  ...rules(
    'cms',
    `wordpress.org fr.wordpress.org wordpress.com$ fr.wordpress.com$ drupal.org .drupal.org spip.net .spip.net dotclear.org .dotclear.org dotclear.net
    joomla.org joomla.fr ghost.org jekyllrb.com github.com/jekyll/jekyll gohugo.io typo3.org ez.no movabletype.org movabletype.com
    sixapart.com typepad.com$ blogger.com blogspot.com$ squarespace.com wix.com webflow.com webflow.io weebly.com tumblr.com$ medium.com$
    over-blog.com$ over-blog.net$ canalblog.com$ hautetfort.com$ blogspirit.com$ skyrock.com$ plone.org dokuwiki.org mediawiki.org
    .mediawiki.org discourse.org phpbb.com phpbb-fr.com hexo.io gatsbyjs.com gatsbyjs.org docusaurus.io vuepress.vuejs.org getpelican.com
    blog.getpelican.com docs.getpelican.com mkdocs.org sphinx-doc.org readthedocs.org quarto.org rstudio.github.io/distill octopress.org
    contao.org prestashop.com magento.com shopify.com strikingly.com carrd.co notion.so$ substack.com$ concrete5.org expressionengine.com
    textpattern.com b2evolution.net serendipity.net s9y.org pluxml.org wikini.net yeswiki.net akismet.com bbpress.org buddypress.org
    disqus.com$ docs.disqus.com eleventy.dev 11ty.dev bookdown.org gitbook.com`,
  ),
  ...rules(
    'theme',
    `woothemes.com elegantthemes.com studiopress.com themeforest.net .themeforest.net templatemonster.com html5up.net styleshout.com
    colorlib.com themegrill.com themeisle.com themehybrid.com getbootstrap.com twitter.github.com/bootstrap twitter.github.io/bootstrap
    startbootstrap.com bootswatch.com mademistakes.com mmistakes.github.io github.com/mmistakes github.com/poole getpoole.com thethemefoundry.com
    thesistheme.com diythemes.com press75.com alxmedia.se generatepress.com wpastra.com athemes.com automattic.com organicthemes.com
    freecsstemplates.org oswd.org csstemplatesfree.com templated.co fontawesome.io fontawesome.com glyphicons.com thenounproject.com
    fonts.google.com wowchemy.com sourcethemes.com cssigniter.com cyberchimps.com siteorigin.com solostream.com bloggerthemes.net btemplates.com`,
  ),
  ...rules(
    'hosting',
    `ovh.com ovh.net ovhcloud.com gandi.net ionos.fr ionos.com 1and1.fr 1and1.com dreamhost.com godaddy.com bluehost.com hostgator.com
    siteground.com wpengine.com pantheon.io acquia.com netlify.com netlify.app$ vercel.com zeit.co pages.github.com github.com/pricing
    heroku.com cloudflare.com alwaysdata.com infomaniak.com infomaniak.ch online.net scaleway.com o2switch.fr planethoster.com
    mediatemple.net rackspace.com linode.com digitalocean.com aws.amazon.com hetzner.com nearlyfreespeech.net lautre.net globenet.org
    ouvaton.coop infini.fr gitoyen.net tuxfamily.org free.fr$ firebase.google.com fly.io render.com surge.sh`,
  ),
  ...rules(
    'statistics',
    `.google-analytics.com .googletagmanager.com google.com/analytics .statcounter.com .xiti.com .matomo.org .piwik.org piwik.org matomo.org
    .sitemeter.com .quantcast.com .histats.com getclicky.com clicky.com w3counter.com .estat.com .weborama.fr awstats.org
    awstats.sourceforge.net .doubleclick.net .fls.doubleclick.net .scorecardresearch.com .hotjar.com mixpanel.com plausible.io usefathom.com
    simpleanalytics.com .webstats.motigo.com .clustrmaps.com clustrmaps.com .revolvermaps.com .flagcounter.com flagcounter.com .amung.us
    .blogflux.com .alexa.com/siteinfo .compteur.fr .mixpanel.com optimizely.com .newrelic.com .chartbeat.com .gostats.com`,
  ),
  ...rules(
    'credit',
    `validator.w3.org jigsaw.w3.org w3.org/html/logo w3c.org/WAI .browsehappy.com browsehappy.com google.com/chromeframe`,
  ),
  ...rules(
    'licence',
    `creativecommons.org/licenses creativecommons.org/publicdomain creativecommons.fr/licences fr.creativecommons.org i.creativecommons.org
    opensource.org/licenses opensource.org/license gnu.org/licenses gnu.org/copyleft unlicense.org opendatacommons.org/licenses
    etalab.gouv.fr/licence-ouverte artlibre.org/licence apache.org/licenses cecill.info`,
  ),
  ...phrases('hosting', 'hosted by/hosted on/hosting by/hosting/hébergé par/hébergé chez/hébergement/hébergeur'),
  ...phrases('theme', 'theme/theme by/thème/thème par/template/template by/gabarit/skin by/squelette/icons by'),
  ...phrases(
    'cms',
    'powered by/propulsé par/généré par/généré avec/generated by/made with/built with/built on/built using/fait avec/' +
      'réalisé avec/réalisé sous',
  ),
  ...phrases(
    'credit',
    'designed by/design by/design/site by/website by/built by/made by/created by/developed by/development by/produced by/' +
      'développé par/développement/intégration/réalisé par/réalisation/conception/conçu par/création/créé par/fait par/' +
      'webdesign/graphisme',
  ),
]
