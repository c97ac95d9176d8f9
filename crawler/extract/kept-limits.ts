/**
 * What is kept of a page beyond its links and their sentences, in characters (UTF-16 units) unless said otherwise. No page read by people comes near;
 * what a page has beyond is left out, and its visit says so among its limits.
 */
export const keptLimits = {
  /** Value of an attribute that is no address: a class, an id, a rel, a language. Style sheets made by tools reach 2,000. Slug: 'text'. */
  attribute: 4_096,
  /** Content of a meta element, the alt and title of an element. Descriptions reach some thousand. Slug: 'text'. */
  content: 65_536,
  /** A title or a heading as written, spaces and line ends included, before it is cut to what is stored. Slug: 'text'. */
  heading: 65_536,
  /** Name of an element. HTML has none above 10; custom elements have some tens. No slug: the element is read like any other. */
  name: 100,
  /** The address in a base element: no page that long is asked for. Links that need it are left out. Slug: 'address'. */
  base: 2_000,
  /** All addresses of a page's links in sum, resolved: a page may be 10 MB, and each link as long as its base. Slug: 'links'. */
  addresses: 20_000_000,
  /** Different addresses of scripts, styles, images, frames and forms that are looked at. Galleries reach some hundred. Slug: 'borrowed'. */
  borrowedSeen: 2_000,
  /** Different things taken from elsewhere (kind, host, beginning of the path) that are kept. Pages of the press reach 80. Slug: 'borrowed'. */
  borrowed: 300,
  /** A generator mark or the name of a cookie; what follows is left out. No slug: a mark tells a program by its beginning. */
  sign: 100,
  /** The beginning of a path that is kept of such an address. No slug: a longer step is left out. */
  pathBeginning: 80,
  /** The page's own text (`crawl --texts`): a book is a million. Slug: 'text'. */
  matter: 1_000_000,
  /** Elements around an element, those closed across blocks included. Slug: 'depth'. */
  chain: 1_024,
} as const
