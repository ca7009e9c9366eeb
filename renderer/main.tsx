import './theme/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { connect, desktop } from './client.ts'
import { readTranscriptsAhead } from './features/coding/coding-ahead.ts'
import { ConnectionLost } from './frame/connection-lost.tsx'
import { startI18n } from './i18n/i18n.ts'
import { start } from './session.ts'

const element = document.getElementById('root')
if (element === null) throw new Error('index.html has no element with the id "root"')
const root = createRoot(element)

await startI18n()
try {
  await start(await connect(), desktop())
  readTranscriptsAhead()
  // Words set in another font first, and then in this, would move under the reader.
  void document.fonts.load("1rem 'Source Serif 4 Variable'")
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
} catch (error) {
  // Whatever kept the page from its service, the advice is the same.
  root.render(<ConnectionLost cause={error} />)
}
