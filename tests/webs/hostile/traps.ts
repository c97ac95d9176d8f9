import { fetched, hazard, page, sendHtml } from './hazard.ts'
import type { Asked, Hazard } from './hazard.ts'

/** Webs without end: each page links to new ones. Their own page is fetched; what follows must be cut as a trap. */
export const trapHazards: readonly Hazard[] = [
  hazard('/calendar', fetched('calendar'), 'a month links to the next and the one before, for ever', asked => {
    const year = Number(asked.url.searchParams.get('year') ?? 2005)
    const month = Number(asked.url.searchParams.get('month') ?? 1)
    const link = (at: number) =>
      `<a href="/calendar?year=${year + Math.floor((at - 1) / 12)}&month=${((at + 11) % 12) + 1}">${at}</a>`
    sendHtml(asked, page('calendar', link(month - 1) + link(month + 1)))
  }),
  hazard('/calendar-path', fetched('calendar path'), 'the same with the date in the path', asked => {
    const day = Date.parse(asked.url.pathname.split('/').slice(2).join('-')) || Date.UTC(2005, 0, 1)
    const next = new Date(day + 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/')
    sendHtml(asked, page('calendar path', `<a href="/calendar-path/${next}">demain</a>`))
  }),
  hazard('/session', fetched('session'), 'each link carries a new session id', asked => {
    const id = Math.imul(asked.earlier + asked.url.href.length * 7919, 2654435761) >>> 0
    const links = ['PHPSESSID', 'sid', 'jsessionid', 'CFID'].map(
      name => `<a href="/session?${name}=${id.toString(16).padStart(32, 'a')}">${name}</a>`,
    )
    sendHtml(asked, page('session', `${links.join('')}<a href="/session;jsessionid=${id}">path</a>`))
  }),
  hazard('/growing', fetched('growing'), 'each link adds a filter to the query', asked => {
    const at = asked.url.searchParams.size
    const more = asked.url.search === '' ? '?' : `${asked.url.search}&`
    sendHtml(asked, page('growing', ['a', 'b', 'c'].map(name => `<a href="/growing${more}${name}${at}=1">${name}</a>`).join('')))
  }),
  hazard('/repeating', fetched('repeating'), 'a relative link that lengthens the path by itself', asked => {
    sendHtml(asked, page('repeating', `<a href="${asked.url.pathname}/archives/${page.length}/archives/">plus</a>`))
  }),
  hazard('/deepening', fetched('deepening'), 'each page is one folder deeper', asked => {
    const depth = asked.url.pathname.split('/').length
    sendHtml(asked, page('deepening', `<a href="${asked.url.pathname}/d${depth}">plus</a>`))
  }),
  hazard('/numbers', fetched('numbers'), 'page n links to page n + 1: no rule sees it, only the page limit ends it', asked => {
    const at = Number(asked.url.searchParams.get('p') ?? 1)
    sendHtml(asked, page(at === 1 ? 'numbers' : `numbers ${at}`, `<a href="/numbers?p=${at + 1}">suite</a>`))
  }),
]

const script = (body: string) => `<script>${body}</script>`

/** Pages whose links exist only when their scripts have run. Their title and links are those of the rendered page. */
export const scriptedHazards: readonly Hazard[] = [
  hazard('/scripted', fetched('scripted'), 'an application: an empty element and a script that fills it from JSON', asked => {
    if (asked.url.pathname.endsWith('.json')) return sendJson(asked, { links: ['/scripted-a', '/scripted-b'] })
    if (asked.url.pathname.endsWith('.js')) return sendScript(asked, application)
    sendHtml(asked, `<!doctype html><title>…</title><div id="root"></div><script src="/scripted/app.js" type="module"></script>`)
  }),
  hazard('/scripted-inline', fetched('inline'), 'an inline script writes the links', asked => {
    const write = `document.body.innerHTML='<a href="https://inline.example/">inline</a>'; document.title='inline'`
    sendHtml(asked, `<!doctype html><title>…</title><body>${script(write)}`)
  }),
  hazard('/scripted-shadow', fetched('shadow'), 'links in an open shadow root', asked => {
    const write = `const root = document.querySelector('x-y').attachShadow({mode:'open'});
      root.innerHTML='<p>ombre <a href="https://shadow.example/">shadow</a></p>'`
    sendHtml(asked, `<!doctype html><title>shadow</title><body><x-y></x-y>${script(write)}`)
  }),
  hazard('/scripted-endless', fetched('endless'), 'a script that never rests', asked => {
    sendHtml(asked, `<!doctype html><title>endless</title><body><a href="/x">x</a>${script('while (true) {}')}`)
  }),
  hazard('/scripted-escapes', fetched('escapes'), 'a page that tries to reach the network by every way but ours', asked => {
    sendHtml(asked, `<!doctype html><title>escapes</title><body>${script(escapes)}`)
  }),
]

const application = `const { links } = await (await fetch('/scripted/data.json')).json()
  document.querySelector('#root').innerHTML = links.map(at => '<a href="' + at + '">' + at + '</a>').join('')
  document.title = 'scripted'`

/** Each asks for an address of its own, so that a test sees which ones got through; ?stun=<UDP port> for WebRTC. */
const escapes = `const to = name => location.origin + '/escaped/' + name
  const attempt = use => { try { use() } catch {} }
  attempt(() => new WebSocket(to('websocket').replace('http', 'ws')))
  attempt(() => new EventSource(to('eventsource')))
  attempt(() => navigator.sendBeacon(to('beacon'), 'x'))
  attempt(() => fetch(to('post'), { method: 'POST', body: 'x' }))
  attempt(() => fetch(to('keepalive'), { method: 'POST', keepalive: true, body: 'x' }))
  attempt(() => new Worker(to('worker.js')))
  attempt(() => new SharedWorker(to('shared.js')))
  attempt(() => navigator.serviceWorker.register(to('service.js')))
  attempt(() => { const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + new URLSearchParams(location.search).get('stun') }] });
    peer.createDataChannel('x'); peer.createOffer().then(offer => peer.setLocalDescription(offer)) })
  attempt(() => window.open(to('window')))
  for (const [name, rel] of [['prefetch', 'prefetch'], ['preload', 'preload'], ['prerender', 'prerender'], ['dns', 'dns-prefetch'], ['preconnect', 'preconnect']])
    attempt(() => { const link = document.createElement('link'); link.rel = rel; link.href = to(name); link.as = 'fetch'; document.head.append(link) })
  attempt(() => { const image = new Image(); image.src = to('image.png'); document.body.append(image) })
  attempt(() => { const frame = document.createElement('iframe'); frame.src = to('frame'); document.body.append(frame) })
  attempt(() => { document.body.append(Object.assign(document.createElement('a'), { href: to('ping-target'), ping: to('ping') })) })
  attempt(() => { const rules = document.createElement('script'); rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [to('speculation')] }] }); document.head.append(rules) })`

function sendJson({ response }: Asked, value: unknown) {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

function sendScript({ response }: Asked, body: string) {
  response.writeHead(200, { 'content-type': 'text/javascript' })
  response.end(body)
}
