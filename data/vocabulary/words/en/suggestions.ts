/** What speaks for a suggestion, by what was seen: that two entities are one, that one is parked, that some are a farm. */
export const suggestionsEn = {
  'same-start-moved': '{site}: its start page leads there ({from} → {to})',
  'same-pages-moved': '{site}: {count} of its addresses lead there ({from} → {to})',
  'same-mobile-host': '{host} is by its name the mobile host of {site}',
  'same-language-host': '{host} is by its name the language host of {site}',
  'same-numbered-host': '{host} is by its name the numbered host of {site}',
  'same-host-below': '{host} is a host below {site}',
  'same-name': '{one} and {other} are one name with two endings',
  'same-title': "both front pages are called '{title}'",
  'same-footer': 'their footers share {count} hyperlinks, {percent} % of both',
  'same-profile': '{site} links to {profile} on {pages} of its {all} pages as a profile, and they share a name',
  'same-mutual': 'they cite each other',

  'parked-redirect': '{from} leads to {to}',
  'parked-for-sale': "its front page offers the domain: '{title}'",
  'parked-by-title': "its front page says that it is parked: '{title}'",
  'parked-expired': "its front page says that it expired: '{title}'",
  'parked-default-page': "its front page is a server’s default page: '{title}'",
  'parked-not-built': "its front page is not built yet: '{title}'",
  'parked-links': 'it links to {targets} alone',
  'parked-twins': "its front page has the same bytes as {count} other domains' ({twins})",

  'farm-lists': 'the lists of sites in their templates are nearly the same: {count} on all of them',
  'farm-ties': '{tied} of {possible} possible ties among them, {mutual} pairs both ways',
  'ended-parked': "{url} is parked in the wave of {day}, not in that of {from}: '{title}'",
  'ended-language': '{url} is in {before} in the wave of {from}, in {after} in that of {day}',
  'ended-words': '{url}: title and hyperlinks share no word between the waves of {from} and {day}',
} as const
