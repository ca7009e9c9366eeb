import {
  BookMarked,
  ChartBarStacked,
  FileDown,
  FileText,
  FlaskConical,
  Gavel,
  Highlighter,
  History,
  Layers,
  NotebookPen,
  Scale,
  Search,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { MainScreen } from '../navigation.ts'

export const screenIcons: Readonly<Record<MainScreen, ReactNode>> = {
  study: <FlaskConical aria-hidden />,
  transcripts: <FileText aria-hidden />,
  coding: <Highlighter aria-hidden />,
  codebook: <BookMarked aria-hidden />,
  search: <Search aria-hidden />,
  memos: <NotebookPen aria-hidden />,
  agreement: <Scale aria-hidden />,
  review: <Gavel aria-hidden />,
  catalog: <Layers aria-hidden />,
  survey: <ChartBarStacked aria-hidden />,
  export: <FileDown aria-hidden />,
  history: <History aria-hidden />,
}
