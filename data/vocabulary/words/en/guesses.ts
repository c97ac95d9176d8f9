/** What speaks for a guess, by its sign. */
export const guessesEn = {
  domain: 'domain .{ending}',
  'address-on-pages': 'an address on its pages',
  hreflang: 'hreflang of its pages',
  'language-of-pages': "its pages are in '{language}'",
  'language-of-addresses': "language '{language}' in its addresses",
  'word-in-names': "'{word}' in its names",
  address: 'its address',
  platform: '{host} is a platform',
  'address-on-platform': 'its address on {platform}',
  name: 'its name',
  'word-in-anchors': "'{word}' in its anchors",
} as const
