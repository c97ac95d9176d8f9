// Preloaded (`--import`) into a command under test: reading an address of this host never ends, as with a regular expression
// that goes wrong. Nothing of the product knows of it.
const { parse } = URL
URL.parse = (text, base) => {
  while (String(text).includes('hold-the-loop')) continue
  return parse.call(URL, text, base)
}
