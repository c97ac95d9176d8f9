import { everyWave } from '#data/vocabulary/every-wave.ts'
import { useWorkbench } from '../workbench-context.ts'
import { mapNotices } from './map-notices.ts'

/** The picture's title: what it shows, of what, made when and by what. */
export function Caption() {
  const { model, speech, view, changes } = useWorkbench()
  const { words } = speech
  const { corpus, analysis } = model.data
  const wave = view.layer.wave === '' ? model.data.wave : view.layer.wave
  const imported = analysis?.options['imported']
  return (
    <div className="caption">
      <h1>{words.relationTitles[model.as]}</h1>
      <p className="caption-counts">
        {words.sites(model.siteCount)}, {words.ties(model.tieCount)}
      </p>
      <p>{words.mapCaptions[model.as]}</p>
      {changes !== null && view.screen === 'change' && (
        <p>{words.changesBetween(words.waveNamed(changes.data.from), words.waveNamed(changes.data.to))}</p>
      )}
      {wave !== null && view.screen !== 'change' && (
        <p>{wave === everyWave ? words.allWaves : words.graphOfWave(words.waveNamed(wave))}</p>
      )}
      {model.unread.size > 0 && model.as === 'links' && <p>{words.unreadSites(words.sites(model.unread.size))}</p>}
      <p className="caption-source">
        {corpus.crawl === null && analysis && typeof imported !== 'string' && words.imported(corpus.title)}
        {corpus.crawl &&
          words.crawledOn(
            speech.dates(corpus.crawl.startedAt, corpus.crawl.endedAt),
            words.pagesReadOf(corpus.pages.fetched),
          )}{' '}
        {analysis &&
          (typeof imported === 'string'
            ? words.importedMap(imported)
            : words.madeWith(analysis.version, analysis.at === null ? '' : speech.date(analysis.at)))}
      </p>
      {mapNotices({ model, speech }).map(text => (
        <p key={text} className="notice">
          {text}
        </p>
      ))}
    </div>
  )
}
