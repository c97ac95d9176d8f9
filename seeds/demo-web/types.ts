export type Language = 'fr' | 'en'
export type Theme = 'doors' | 'file' | 'polls' | 'software' | 'money' | 'law' | 'open' | 'training'

export type EngineName =
  | 'wordpress-old'
  | 'wordpress-new'
  | 'blogger'
  | 'dotclear'
  | 'spip'
  | 'drupal'
  | 'hugo'
  | 'jekyll'
  | 'ghost'
  | 'medium-like'
  | 'webflow-like'
  | 'tables-2004'

/** The five planted communities: French agencies, French civic technology, users of one software, US vendors, US watchers. */
export type Milieu = 'agences' | 'civic' | 'ruche' | 'vendors' | 'watchers'

/** slug, date, theme, title, what others call it in the site's language, and abroad where it is cited there. */
export type PostLine = readonly [
  slug: string,
  date: string,
  theme: Theme,
  title: string,
  ref: string,
  refAbroad?: string,
]

/** An invented site as it is written down. Other sites are named by their ids, 'name*3' for three hyperlinks. */
export interface SiteLine {
  /** The host is `${id}.example`, unless `home` says otherwise. */
  readonly id: string
  /** Host and path where the site begins, for a path of a shared host. */
  readonly home?: string
  readonly name: string
  readonly country: 'FR' | 'US'
  readonly kind: string
  readonly engine: EngineName
  /** Invented, as everything here: whether the study has interviewed somebody of the site. */
  readonly interviewed: boolean
  readonly tagline: string
  readonly about: string
  /** In the text of its posts. */
  readonly cites: string
  readonly blogroll?: string
  /** Sites whose authors comment here. */
  readonly commented?: string
  /** Who made the site, in its footer. */
  readonly madeBy?: string
  /** Whose software it runs on, as a badge (an image) in its footer. */
  readonly badge?: string
  /** Whose page its newest post shows in a frame. */
  readonly embeds?: string
  /** Former hosts, which redirect here. */
  readonly formerHosts?: readonly string[]
  /** A host with the same texts for telephones. */
  readonly mobileHost?: string
  readonly posts: readonly PostLine[]
}

/** An invented site with what follows from its line. */
export interface Site extends SiteLine {
  readonly milieu: Milieu
  readonly language: Language
  readonly host: string
  /** '' or the path of a shared host, e.g. '/@door-counter'. */
  readonly base: string
  /** 'http://host' + base + '/', where the site begins. */
  readonly homepage: string
  /** Longer texts and notes, oldest first. */
  readonly posts: readonly PostLine[]
}

export type PageKind = 'home' | 'about' | 'archive' | 'post'

/** A hyperlink, or a frame, in a run of text. */
export interface Anchor {
  readonly text: string
  readonly href: string
  /** The anchor is an image with `text` as its alternative. */
  readonly image?: boolean
  /** The page at `href` is shown in a frame. */
  readonly frame?: boolean
}

export type Inline = string | Anchor

export interface Comment {
  readonly author: Anchor
  readonly date: string
  readonly text: readonly Inline[]
}

export interface Entry extends Anchor {
  readonly date: string
}

/** All that an engine needs to write a page. Dates are ISO 8601 days. */
export interface PageView {
  readonly site: Site
  readonly kind: PageKind
  readonly path: string
  readonly title: string
  /** Empty on pages that aren't posts. */
  readonly date: string
  /** Day as which an archive keeps it; absent: as it is today. */
  readonly servedOn?: string
  readonly paragraphs: readonly (readonly Inline[])[]
  /** Posts listed on the page, newest first. */
  readonly entries: readonly Entry[]
  readonly comments: readonly Comment[]
  readonly nav: readonly Anchor[]
  readonly blogroll: readonly Anchor[]
  readonly share: readonly Anchor[]
  /** Runs of text of the footer: credits, hosting, mobile version. */
  readonly credits: readonly (readonly Inline[])[]
}

export interface Engine {
  readonly charset: 'utf-8' | 'windows-1252'
  readonly about: string
  readonly archive: string
  /** Path of a post below the site's base; `number` counts the site's posts from 1, oldest first. */
  readonly postPath: (post: PostLine, number: number) => string
  readonly render: (view: PageView) => string
}
