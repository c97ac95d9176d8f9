/** Why a change of the corpus is refused. */
export const changeMistakesEn = {
  'no-such-entity': "'{name}' is no entity of this corpus; expected an id as `entity list` shows them",
  'forgotten-entity': "'{name}' was forgotten on objection; expected an entity that lives on",
  'merged-entity': "'{name}' was merged into '{into}'; expected an entity that lives on",
  'bad-field': "'{field}' can't be stored as it is; expected a text in one line, of a usual length",
  'not-a-prefix': "'{found}' is not an http(s) address; expected https://example.org/blog or *.example.org",

  'prefix-reviewed':
    "the prefix {prefix} belongs to '{name}' ({status}); expected it to be taken from there first (`entity remove-prefix` or `entity merge`)",
  'prefix-forgotten': '{prefix} was forgotten on objection; expected an address that nobody asked to leave out',
  'prefix-not-own': "'{name}' does not have the prefix {prefix}; expected one of: {own}",
  'last-prefix': "this is the last prefix of '{name}'; expected to merge the entity, or to set it OUT",
  'merge-other-times':
    "'{name}' and '{into}' have {prefix} at different times, so that they can't be one; expected its dates taken away first, with date-prefix",
  'merge-into-itself': "'{name}' can't be merged into itself; expected two entities",
  'split-nothing': "nothing to split off '{name}'; expected at least one prefix",
  'split-of-another': "{prefix} belongs to '{owner}'; expected a prefix of '{name}', or a narrower one",
  'split-of-nobody': "{prefix} belongs to nobody; expected a prefix of '{name}', or a narrower one",
  'split-whole': "nothing would be left of '{name}'; expected some of its prefixes, or narrower ones",
  'split-known': "'{name}' is already an entity; expected a prefix that names a new one",
  'name-not-borne': "'{name}' does not bear the name '{borne}'; expected one that `entity show` lists",
  'tie-to-itself': "'{source}' and '{target}' are one entity; expected two",

  'undo-unknown': 'event {event}: there is none; expected a number that `entity log` shows',
  'undo-done': 'event {event} ({action}) was taken back by event {by} already',
  'undo-of-undo': 'event {event} took event {undoes} back; expected a change, which can be made once more',
  'undo-forget': "event {event} (forget) can't be taken back: what was forgotten is gone for good",
  'undo-seed': "event {event} (seed) can't be taken back: the seed list says so; expected `entity set` or another list",
  'undo-of-forgotten': "event {event} ({action}) can't be taken back: it touched an entity that was forgotten since",
  'undo-entity-changed':
    "event {event} ({action}) can't be taken back: '{name}' was changed since; expected those changes to be taken back first",
  'undo-code-changed':
    "event {event} (code) can't be taken back: the code was changed since; expected that to be taken back first",
  'undo-figure-changed':
    "event {event} (figure) can't be taken back: figure {figure} was changed since; expected a later event to be taken back first",
  'figure-too-large':
    'the picture would be {width} × {height} pixels; expected at most {most} in all: fewer dpi, or SVG or PDF',
  'undo-pin-changed':
    "event {event} (pin) can't be taken back: the entity was moved since; expected that to be taken back first",
  'undo-story-changed':
    "event {event} (story) can't be taken back: the story '{story}' was changed since; expected that to be taken back first",

  'no-such-story': "'{name}' is no story of this corpus; expected one that `story list` shows",
  'story-quote-unknown':
    "step {step}, quote {quote}: no hyperlink from '{source}' to '{target}' on {page} has these words; expected anchor and context as the evidence has them",
  'undo-community-changed':
    "event {event} (name-community) can't be taken back: the community got another name since; expected that to be taken back first",
  'community-name-taken': "another community is called '{name}'; expected a name of its own",
  'community-name-means':
    "'{name}' means something else where a community is asked for: a number, an address or a site of another one; expected words of its own",
  'no-such-community':
    "there is no community '{community}' in the last analysis; expected one that `community list` shows",
  'no-such-end':
    "'{end}' is neither a site of the analysed graph nor a community of the last analysis; expected an id, or community: and a number, a name or a site",
  'why-itself': "'{one}' and '{other}' are one and the same; expected two that differ",
} as const
