import { useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import AgreementView from './features/agreement/view.tsx'
import CatalogView from './features/catalog/view.tsx'
import CodingView from './features/coding/view.tsx'
import CodebookView from './features/codebook/view.tsx'
import PacketsView from './features/packets/view.tsx'
import SearchView from './features/search/view.tsx'
import { MemoWindow } from './features/memos/memo-window.tsx'
import MemosView from './features/memos/view.tsx'
import HarmonisingView from './features/harmonising/view.tsx'
import HistoryView from './features/history/view.tsx'
import ExportView from './features/export/view.tsx'
import ReviewView from './features/review/view.tsx'
import StudyView from './features/study/view.tsx'
import SurveyView from './features/survey/view.tsx'
import TranscriptsView from './features/transcripts/view.tsx'
import WorkspaceView from './features/workspace/view.tsx'
import { AppFrame } from './frame/app-frame.tsx'
import { Notices } from './frame/notices.tsx'
import { Preferences } from './frame/preferences.tsx'
import { WorkBar } from './frame/work-bar.tsx'
import { useLanguage } from './i18n/i18n.ts'
import { chooseStudy, useSession } from './session.ts'

/** The features, composed: this and the frame are all that knows that there are several. */
const screens = {
  study: <StudyView />,
  transcripts: <TranscriptsView />,
  coding: <CodingView />,
  codebook: <CodebookView />,
  search: <SearchView />,
  memos: <MemosView />,
  agreement: <AgreementView />,
  harmonising: <HarmonisingView />,
  review: <ReviewView />,
  packets: <PacketsView />,
  catalog: <CatalogView />,
  survey: <SurveyView />,
  export: <ExportView />,
  history: <HistoryView />,
}

/** The workbench: the studies to choose from, or the screens of the one that is open. */
export function App() {
  const language = useLanguage()
  const isReady = useSession((session) => session.ready)
  const study = useSession((session) => session.study)
  const isChoosing = useSession((session) => session.choosingStudy !== null)
  const desktop = useSession((session) => session.desktop)
  useEffect(() => desktop?.onCommand((command) => chooseStudy(command === 'new-study' ? 'new' : 'open')), [desktop])
  return (
    <I18nProvider locale={language === 'en' ? 'en-GB' : 'fr'}>
      {study !== null && !isChoosing && <AppFrame key={study.path} screens={screens} />}
      {study !== null && !isChoosing && <MemoWindow />}
      {isReady && (study === null || isChoosing) && <WorkspaceView />}
      {(study === null || isChoosing) && (
        <>
          <aside className="workspace-preferences">
            <Preferences />
          </aside>
          <WorkBar />
          <Notices />
        </>
      )}
    </I18nProvider>
  )
}
