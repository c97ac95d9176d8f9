import { useEffect, useRef } from 'react'
import { CrawlPanel } from '../crawl/crawl-panel.tsx'
import { ReviewPanel } from '../curate/review-panel.tsx'
import { ToolsPanel } from '../deeds/tools-panel.tsx'
import { NotYet } from '../parts/not-yet.tsx'
import { changeWaves } from '../view/compared-waves.ts'
import { nothing, type PanelTab, type Selection } from '../view/view.ts'
import { useWorkbench } from '../workbench-context.ts'
import { AboutPanel } from './about/about-panel.tsx'
import { CellPanel } from './evidence/cell-panel.tsx'
import { EntityPanel } from './site/entity-panel.tsx'
import { EvidencePanel } from './evidence/evidence-panel.tsx'
import { ChangesSection } from './filter/changes-section.tsx'
import { CommunityPanel } from './explain/community-panel.tsx'
import { WhyPanel } from './explain/why-panel.tsx'
import { FiltersPanel } from './filter/filters-panel.tsx'
import { PanelTabs } from './panel-tabs.tsx'
import { PathPanel } from './path-panel.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { SaidPanel, SearchPanel } from './search-panel.tsx'
import { AlikePanel } from './alike-panel.tsx'
import { SharedPanel } from './shared-panel.tsx'
import { SitesPanel } from './sites-panel.tsx'
import { AsideTools } from '../story/aside-tools.tsx'
import { StoryPanel } from '../story/story-panel.tsx'

/** The column on the right: what the map is about, or what is known of what is selected. */
export function ReadingPanel({ isFolded }: { readonly isFolded: boolean }) {
  const { speech, view, select, telling } = useWorkbench()
  const { words } = speech
  const { selection } = view
  const isStory = telling?.isInSight === true
  const top = useRef<HTMLElement>(null)
  useEffect(() => {
    if (top.current && !isStory) top.current.scrollTop = 0
  }, [selection, isStory])
  return (
    <aside id="reading" className="reading" aria-label={words.panel} ref={top} tabIndex={-1} hidden={isFolded}>
      {isStory ? (
        <StoryPanel telling={telling} />
      ) : (
        <>
          {(selection.kind !== 'none' || telling !== null) && (
            <p className="reading-nav">
              <button type="button" className="plain" onClick={() => window.history.back()}>
                ← {words.back}
              </button>
              {telling === null ? (
                <button type="button" className="plain" onClick={() => select(nothing)}>
                  {words.close} ✕
                </button>
              ) : (
                <button type="button" className="plain" onClick={telling.back}>
                  {words.storyReturn}
                </button>
              )}
            </p>
          )}
          {telling?.isEdited && <AsideTools telling={telling} />}
          {selection.kind === 'none' && <PanelTabs />}
          <Selected selection={selection} />
        </>
      )}
    </aside>
  )
}

function Tab({ panel }: { readonly panel: PanelTab }) {
  const panels = {
    about: AboutPanel,
    filters: FiltersPanel,
    review: ReviewPanel,
    crawl: CrawlPanel,
    tools: ToolsPanel,
    publish: PublishPanel,
  }
  const { model, speech, view, changes } = useWorkbench()
  if (panel === 'about' && view.screen === 'change') {
    if (changes !== null) return <ChangesSection changes={changes} />
    const isAsked = changeWaves(view, model.data) !== null
    return isAsked && <NotYet answer={{ state: 'waiting' }} words={speech.words} />
  }
  const Panel = panels[panel]
  return <Panel />
}

function Selected({ selection }: { readonly selection: Selection }) {
  const { view } = useWorkbench()
  switch (selection.kind) {
    case 'none':
      return <Tab panel={view.panel} />
    case 'site':
      return <EntityPanel key={selection.id} id={selection.id} />
    case 'sites':
      return <SitesPanel ids={selection.ids} />
    case 'tie':
      return <EvidencePanel key={JSON.stringify(selection)} source={selection.source} target={selection.target} />
    case 'shared':
      if (selection.as !== 'similar') return <SharedPanel pair={selection} />
      return <AlikePanel key={JSON.stringify(selection)} source={selection.source} target={selection.target} />
    case 'path':
      return <PathPanel source={selection.source} target={selection.target} />
    case 'search':
      return <SearchPanel query={selection.query} />
    case 'said':
      return <SaidPanel term={selection.term} />
    case 'community':
      return <CommunityPanel key={selection.of} of={selection.of} />
    case 'why':
      return <WhyPanel key={JSON.stringify(selection)} one={selection.one} other={selection.other} />
    case 'cell':
      return <CellPanel cell={selection} />
  }
}
