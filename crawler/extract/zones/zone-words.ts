import type { Zone } from '#data/vocabulary/zones.ts'

/**
 * What an element says of itself: a zone; `menu`, navigation if it holds links enough; `links`, other sites if it stands in
 * a side column; `widget`, a box whose column tells more; `social`, profiles and share buttons, which belong to the band around them.
 */
export type Cue = Zone | 'menu' | 'links' | 'widget' | 'social'

/**
 * Words of ids and classes, English and French, of the engines that blogs and campaigns use. The first rule that fits a
 * name wins, so exceptions come first; null: the name says nothing. Names are lower case, their parts joined by '-'.
 */
export const nameRules: readonly (readonly [RegExp, Cue | null])[] = [
  // What is elsewhere on the page, what a script does, sizes and positions.
  [
    /^(?:has|with|no|sans|avec|is|js|toggle|show|hide|hidden|sr|sm|md|lg|xl|xs|col|row|align|justify|text|bg|btn|icon|fa)-/,
    null,
  ],
  [
    /(?:content-sidebar|sidebar-content|sidebar-layout|sidebar-wrap|sidebar-primary-page|main-sidebar)|-(?:open|closed|off|toggle|enabled|disabled)$/,
    null,
  ],
  // Recent comments are a box like others, their count is a part of the post.
  [/(?:recent|latest|derniers?|last)-?(?:comments?|commentaires?|posts?|articles?)/, 'widget'],
  [
    /comments?-?(?:link|links|count|counter|number|nb|feed|rss|popup|bubble|icon|off)$|^(?:token|code|hljs)-comment$/,
    null,
  ],
  // Over the page, not in it.
  [
    /(?:^|-)(?:modal|popup|pop-up|overlay|lightbox|cookies|cookie-?(?:banner|bar|notice|consent|law|message|info|box)|cookieconsent|consent|gdpr|rgpd|tarteaucitron|interstitial|snackbar|toast)(?:-|$)/,
    'other',
  ],
  [
    /(?:^|-)(?:social|socials|sociallinks|socialmedia|reseaux-sociaux|reseaux|share|shares|sharing|sharedaddy|sharebar|partage|partager|addthis|addtoany|addtoany-list|a2a-kit|follow-us|suivez-nous|share-buttons?)(?:-|$)/,
    'social',
  ],
  // Parts of an article, a card, a section, even where the name has 'header' or 'footer' in it.
  [
    /(?:^|-)(?:entry|post|article|story|card|section|page|block|panel|item|content|teaser|event|product|table|list|grid|box|accordion|billet|spip|column|project|team|profile|quote|figure)-?(?:header|head|heading|title|titre|footer|foot|meta|info|infos|byline|hero|tags|categories|cats|author)(?:-|$)/,
    null,
  ],
  // Navigation of all kinds, also inside a header, a footer or a column.
  [
    /(?:^|-)(?:breadcrumbs?|crumbs?|fil-d-ariane|fil-ariane|ariane|filariane|chemin|hierarchie|pagination|paginate|pager|paging|page-links|wp-pagenavi|paginav|prev-?next|previous-next|post-links|nav-links|toc|table-of-contents|table-des-matieres|sommaire|skip-?links?|evitement|langswitch|lang-?switcher|languages?-?(?:switcher|selector|menu|list|nav)|lang-select|langues|tabs|tab-list|tabs-menu|tabs-nav)$/,
    'nav',
  ],
  [/^(?:breadcrumbs?|pagination|pager|toc|sommaire|skip)-/, 'nav'],
  [
    /(?:^|-)(?:nav|navs|navbar|navi|navigation|navlinks|navbox|topnav|subnav|sidenav|mainnav|menus?|mainmenu|submenu|topmenu|megamenu|menubar|menulist)(?:-|$)|^(?:nav|menu)[a-z]+$/,
    'menu',
  ],
  // Comments. 'comment' is French for 'how' and heads many a slug, hence the closed list. One digit at a time: of
  // several, a row of digits could be cut in as many ways as there are sums.
  [
    /^(?:(?:post|blog|article|entry|the|wp|fb|facebook|user|list|all)-)?(?:comments?|commentaires?|commentlist|comentarios)(?:-?(?:\d|list|area|wrap|wrapper|section|body|content|text|texte|author|auteur|meta|metadata|form|reply|respond|thread|container|block|box|holder|inner|template|post|item|li|header|head|footer|title|titre|vcard|avatar|name|date|nav|navigation|tree|main|entry|info|class|depth|even|odd))*$/,
    'comment',
  ],
  [
    /^(?:disqus-thread|respond|comment-?list|pingbacks?|trackbacks?|forum|forums|forum-.*|discussion|reponses?|reactions?|intensedebate-.*|livefyre.*|remark42)$/,
    'comment',
  ],
  // Lists of other sites.
  [
    /(?:^|-)(?:blogrolls?|blogoliste?|blog-?list|link-?list|linkcat|widget-links|links-list|(?:liens|sites|blogs)-amis|webring)(?:-|$)|^(?:amis|friends|nos-amis)$/,
    'blogroll',
  ],
  [/^(?:liens|links|mes-liens|blogs)$/, 'links'],
  [
    /(?:^|-)(?:footer|footers|footnav|(?:site|blog|main|global)footer|colophon|pied|pied-de-page|pied-page|bas-de-page|foot|subfooter|copyright|copyrights|credits?|mentions(?:-legales)?|siteinfo|site-info|legal|legals|powered-by|poweredby)(?:-|$)/,
    'footer',
  ],
  // Side columns, then the boxes that fill them.
  [
    /(?:^|-)(?:sidebars?|side|sidecol|sidepanel|aside|rail|secondary|tertiary|colonne(?:-(?:droite|gauche|laterale))?|col-(?:droite|gauche)|(?:right|left)-?(?:col|column|bar|side|rail)|(?:col|column)-?(?:right|left)|droite|gauche|barre-laterale|laterale?|encarts?|complementary|navigation-secondaire|widget-?areas?|widgets-area|widget-column)(?:-|$)|^(?:blog)?extra$/,
    'sidebar',
  ],
  [/(?:^|-)(?:widgets?|gadgets?|sidebar-module|module|bloc|boite|box-side)(?:-|$)/, 'widget'],
  // Partners and clients, shown by their logos.
  [
    /(?:^|-)logos(?:-|$)|(?:^|-)logo-(?:strip|grid|cloud|wall|list|bar|slider|carousel)$|(?:^|-)(?:partner|client|sponsor|member)s?-logo(?:-|$)/,
    null,
  ],
  [
    /(?:^|-)(?:header|headers|(?:site|blog|main|global)header|masthead|banner|branding|entete|en-tete|bandeau|topbar|top-bar|headbar|site-title|site-name|blog-title|site-logo|logo|brand|haut|prelude)(?:-|$)|^(?:head|top)$/,
    'header',
  ],
  [
    /(?:^|-)(?:content|contents|main|article|articles|post|posts|entry|entries|hentry|contenu|corps|texte|story|prose|markdown|wysiwyg|primary|billet|billets|chapo|single|publication|principal)(?:-|$)/,
    'content',
  ],
]
