import type { ToolCategory } from '#data/vocabulary/tool-categories.ts'

/** Categories of borrowed tools, in English. */
export const toolCategoriesEn: Readonly<Record<ToolCategory, string>> = {
  campaign: 'campaign software',
  fundraising: 'fundraising',
  payment: 'payment',
  mail: 'mailings',
  forms: 'forms',
  statistics: 'statistics',
  advertising: 'advertising',
  consent: 'consent',
  cms: 'engine of the site',
  hosting: 'hosting',
  library: 'libraries of code',
  fonts: 'fonts',
  video: 'video and sound',
  map: 'maps',
  social: 'social networks',
  comments: 'comments',
  chat: 'chat',
  search: 'search',
  security: 'protection from robots',
  licence: 'licences',
  other: 'other',
}
