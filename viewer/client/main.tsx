import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './style/base.css'
import './style/layout.css'
import './style/map.css'
import './style/legend.css'
import './style/panel.css'
import './style/table.css'
import './style/curate.css'
import './style/crawl.css'
import './style/compare.css'

createRoot(document.getElementById('root')!).render(<App />)
