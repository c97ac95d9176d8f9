import type { Language } from '#data/vocabulary/languages.ts'

/** Words that are true of a crawl, and of no network that came as a file. */
export const crawlWords: Readonly<Record<Language, RegExp>> = {
  en: /(?<![\p{L}_-])(?:pages?|hyperlinks?|crawl\p{L}*|sites?|cit(?:e|es|ed|ing|ation|ations|er|ers)|blogrolls?|menus?|footers?|readers?|visit\p{L}*)(?![\p{L}_-])/iu,
  fr: /(?<![\p{L}_-])(?:pages?|hyperliens?|collect\p{L}*|sites?|cit(?:e|es|é|ée|és|ées|er|ent|ant|ants|ation|ations)|blogrolls?|menus?|lecteurs?|visit\p{L}*)(?![\p{L}_-])/iu,
}
