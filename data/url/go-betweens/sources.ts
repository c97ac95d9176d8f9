export const clearUrls = 'ClearURLs/Rules, data.min.json, "redirections"'
export const ural = 'medialab/ural, infer_redirection'
/** A public catalogue with a test for each entry, read in July 2026. */
export const urlpurify = 'macieklamberski/urlpurify, README, "Unwrappers"'
/** No document says so; many public pages and programs hold such addresses. */
export const seen = 'addresses in public pages and source code'
export const amp = 'Google AMP Cache, "AMP Cache URL format"'
export const memento = 'RFC 7089 and pywb, "URL rewriting": <collection>/<time stamp><modifier>/<address>'
