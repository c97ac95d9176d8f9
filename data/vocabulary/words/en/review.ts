/** Why a candidate of the review stands where it does. */
export const reviewReasonsEn = {
  'in-text': 'cited in the text by {sites} you kept',
  untold: 'cited by {sites} you kept',
  'in-lists': 'in the list of sites of {sites} you kept',
  'in-comments': 'cited in comments on {sites} you kept',
  'in-frames': 'cited from templates alone, by {sites} you kept',
  communities: 'communities that cite it: {communities}',
  words: '{words}',
  'by-citer': 'cited by {site}, as others you kept',
  country: 'country {country}, as others you kept',
  language: "citing pages in '{language}', as for others you kept",
  kind: "kind '{kind}', as others you kept",
  'against-words': 'against it: {words}',
  against: "against it: '{what}', as others you dropped",
} as const

/** What the review says of itself. */
export const reviewSaidEn = {
  'by-citations':
    'Ranked by citations in the text, of several communities first. From {least} decisions of both kinds on it learns from them; so far: {kept} kept, {dropped} dropped.',
  'by-decisions': 'Ranked by what you decided so far: {kept} kept, {dropped} dropped. It proposes; you decide.',
  hidden: 'Told apart as infrastructure: {count}.',
  recall:
    'Drawn by lot and kept: {of}. Ranked by what you decided of others, {found} of them are among the first {at} of the {drawn} drawn: {percent} % (95 % interval {low} to {high}); chance would find {chance} %.',
  'recall-unknown':
    'How well it ranks is not known yet: that takes {least} decisions on candidates drawn by lot, one of them kept. So far: {drawn}, kept: {kept}.',
  'last-drawn': 'Of the last {looked} drawn by lot you kept {kept}.',
  'last-none':
    'The last {looked} drawn had none you kept: with 95 % certainty at most {most} % of what is left would be kept.',
  stop: 'The last {looked} drawn had none you kept: with 95 % certainty at most {most} % of what is left would be kept. You may stop here.',
  round: 'Round {round}: {kept} kept, {dropped} dropped, {undecided} undecided.',
} as const
