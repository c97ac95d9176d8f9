import type { Zone } from '../../../data/records.ts'

/** What a name says of its element: a zone, or that it belongs to the page's own matter whatever its tag. */
export type Cue = Zone | 'widget'

/**
 * Words in classes and ids, English and French, of the engines that blogs and campaigns use. The first rule that fits a
 * name wins, so the exceptions come first. Names are lower case, parts joined by '-'.
 */
export const nameRules: readonly (readonly [RegExp, Cue | null])[] = [
  // Layouts that speak of a region which is elsewhere, switches, and counts of comments.
  [
    /^(?:has|with|no|sans|avec|is|js|toggle|show|hide|skip|sr|screen)-|-(?:toggle|open|closed|active|enabled|disabled|wrap(?:per)?-?inner)$/,
    null,
  ],
  [
    /(?:^|-)(?:content-sidebar|sidebar-content|main-sidebar-wrap|content-sidebar-wrap|sidebar-layout|header-content-footer)/,
    null,
  ],
  [/(?:^|-)comments?-(?:link|count|number|feed|off|open|closed)|^(?:post|entry)-comments?-?(?:link|count)?$/, null],
  // The page's own matter, even where the name has 'header' or 'footer' in it.
  [
    /(?:^|-)(?:entry|post|article|story|card|section|page|block|panel|modal|item|content|teaser|event|product|table|list|grid|box|accordion|comment|billet|spip)-?(?:header|head|heading|title|titre|footer|foot|meta|info|byline|hero)(?:-|$)/,
    null,
  ],
  // Navigation of all kinds, also inside a header or a footer.
  [
    /(?:^|-)(?:nav|navs|navbar|navi|navigation|navlinks|topnav|subnav|sidenav|mainnav|menus?|mainmenu|submenu|topmenu|megamenu|menubar)(?:-|$)/,
    'nav',
  ],
  [
    /(?:^|-)(?:breadcrumbs?|crumbs|fil-d-ariane|fil-ariane|ariane|filariane|chemin|hierarchie|pagination|paginate|pager|pages-links|page-links|wp-pagenavi|prev-?next|post-pager|toc|table-of-contents|sommaire|rubriques?|tabs|nav-?tabs|skip-?links?|evitement|prelude|langswitch|languages?-switcher|lang-switcher|language-switcher|langues)(?:-|$)/,
    'nav',
  ],
  [/^(?:navbar|nav)[a-z]*$/, 'nav'],
  // Comments.
  [
    /(?:^|-)(?:comments?|commentlist|commentaires?|discussion|disqus|respond|reply|replies|pingbacks?|trackbacks?|forum|forums|reactions?|comm)(?:-|$)/,
    'comment',
  ],
  // Lists of other sites.
  [
    /(?:^|-)(?:blogrolls?|blogolist|bloglist|linklist|linkcat|links-list-friends|widget-links|liens-amis|sites-amis|blogs-amis|amis|friends|webring)(?:-|$)|^(?:liens|links|blogs|nav-links-externes)$/,
    'blogroll',
  ],
  // Footers.
  [
    /(?:^|-)(?:footer|footers|site-footer|page-footer|colophon|pied|pied-de-page|bas-de-page|foot|bottom|copyright|credits?|credit-line|mentions(?:-legales)?|legal|siteinfo|site-info|sub-?footer|subscribe-footer|footnav)(?:-|$)/,
    'footer',
  ],
  // Side columns and their boxes.
  [
    /(?:^|-)(?:sidebars?|side|sidebar-?(?:left|right)|aside|rail|secondary|tertiary|colonne(?:-(?:droite|gauche))?|col-(?:droite|gauche)|droite|gauche|barre-laterale|lateral|encarts?|extra|right-?(?:col|column|bar)|left-?(?:col|column|bar)|complementary)(?:-|$)/,
    'sidebar',
  ],
  [/(?:^|-)(?:widgets?|gadget|sidebar-module)(?:-|$)/, 'widget'],
  // Headers.
  [
    /(?:^|-)(?:header|site-header|masthead|banner|branding|site-branding|logo|entete|en-tete|bandeau|top-?bar|topbar|head|haut|topper|site-title|blog-title)(?:-|$)/,
    'header',
  ],
  // The page's own matter.
  [
    /(?:^|-)(?:content|contents|main|article|articles|post|posts|entry|entries|hentry|contenu|corps|texte|body|story|prose|markdown|wysiwyg|primary|page|billet|billets|chapo|single|publication)(?:-|$)/,
    'content',
  ],
]
