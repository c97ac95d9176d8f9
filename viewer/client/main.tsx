import './draw/webgl-names.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { PageBoundary } from './page-boundary.tsx'
import './style/base.css'
import './style/layout.css'
import './style/map.css'
import './style/legend.css'
import './style/panel.css'
import './style/table.css'
import './style/curate.css'
import './style/crawl.css'
import './style/compare.css'

createRoot(document.getElementById('root')!).render(
  <PageBoundary>
    <App />
  </PageBoundary>,
)
