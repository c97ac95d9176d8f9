/** Elements by how they behave in a document (WHATWG HTML, "Parsing HTML documents" and "Rendering"). */
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Never have content, hence no end tag. */
export const voidElements = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)

/** Begin and end a block of text: no sentence runs across them. */
export const blockElements = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav noframes object ol option p plaintext pre ' +
    'search section select summary table tbody td textarea tfoot th thead tr ul xmp',
)

/** Start tags that end an open paragraph. */
export const endParagraph = words(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp',
)

/** An end tag of inline kind does not reach past these. */
export const specialElements = words(
  'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd details dir div ' +
    'dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input ' +
    'li link listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre script search section ' +
    'select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr xmp foreignObject',
)

/** No end tag and no implied end reaches past these, but for those of a table's own parts. */
export const scopeBarriers = words('applet caption html table td th marquee object template foreignObject')

/** May be closed across blocks: `<a><div></a></div>` leaves the div open (the specification's adoption agency). */
export const formattingElements = words('a b big code em font i nobr s small strike strong tt u')

/** Parts of a table: their tags see only the table around them. */
export const tableParts = words('caption colgroup tbody td tfoot th thead tr')

export const headings = words('h1 h2 h3 h4 h5 h6')

/** What may stand in a head; anything else ends it. */
export const headElements = words('base basefont bgsound link meta noscript script style template title')

/** Their text is no text of the page. */
export const unreadElements = words(
  'script style noembed noframes iframe textarea title desc select option optgroup datalist template',
)
