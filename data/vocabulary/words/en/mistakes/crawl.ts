/** What is wrong with a crawl that the page may have started, too. */
export const crawlMistakesEn = {
  'no-page-texts': '{option}: this corpus keeps no texts of pages; expected a crawl with --texts',
  'again-first': '--again {again}: this corpus has no crawl yet; expected a first one, without --again',
  'again-every': '--again {again}: this word stands for every wave together; expected another label',
  'again-taken': '--again {again}: a wave before the last one has this label; expected a new label',
  'again-too-early':
    "--again {again}: wave '{last}' has not ended; expected it to be finished first, by the command that began it",
  'past-other':
    "wave '{wave}' was begun with {found}, and {asked} was found; expected the same, or --again with a label for a new wave",
  'past-no-day': '--past {date}: there is no such day; expected a day that is over, such as 2012-04-22',
  'past-unknown-archive':
    '--from {from}: it is neither of {known} nor the address of a replay service, such as http://localhost:8080/coll/, nor a folder of WARC files',
  'past-from':
    '--from {from}: it says which archive is asked for a day of the past; expected --past with a day, and no --from-archive',
  'no-contact':
    "--contact: '{contact}' was found, an e-mail address or an http(s) address was expected: a crawler says who sends it",
  'seeds-unreadable': "{path}: the file can't be read ({code}); expected a seed list, a CSV file with a column 'url'",
  'opt-out-unreadable':
    "{path}: the file can't be read ({code}); expected a list of hosts and prefixes, a CSV file with a column 'prefix'",
  'archive-unwritable': '--archive {folder}: nothing can be written there ({code}); expected a folder for WARC files',
  'archive-missing': '--from-archive {folder}: no folder was found, expected one of WARC files (--archive makes it)',
} as const
