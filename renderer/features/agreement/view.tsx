import './agreement.css'
import './plots.css'
import './comparison-detail.css'
import './drift-pane.css'
import './definitions-pane.css'
import { Scale } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { ToHarmonising } from '../../components/to-harmonising.tsx'
import { navigate, useRoute } from '../../navigation.ts'
import { useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { DefinitionsPane } from './definitions-pane.tsx'
import { DriftPane } from './drift-pane.tsx'
import { FiguresPane } from './figures-pane.tsx'
import { QuestionBar } from './question-bar.tsx'
import { EVERYTHING, type Question } from './question.ts'
import { SnapshotsPane } from './snapshots-pane.tsx'

/** How far coders agree, over rounds and before and after moderation, and where they do not: `#/agreement/PANE/…`. */
export default function AgreementView() {
  const { t } = useTranslation('agreement')
  const { args } = useRoute()
  const coders = useSession((session) => session.coders)
  const rounds = useSession((session) => session.rounds)
  const { value: transcripts } = useRead('transcripts.list', {})
  const [question, setQuestion] = useState<Question>(EVERYTHING)
  if (transcripts === null) return <Page title={t('title')}>{null}</Page>
  const names = transcripts.map(({ name }) => name)
  if (names.length === 0) {
    return (
      <Page title={t('title')} description={t('description')}>
        <EmptyState
          icon={<Scale aria-hidden />}
          title={t('empty.title')}
          actions={
            <Button variant="primary" onPress={() => navigate('transcripts')}>
              {t('empty.toTranscripts')}
            </Button>
          }
        >
          {t('empty.noTranscripts')}
        </EmptyState>
      </Page>
    )
  }
  const bar = (isWhole: boolean, more?: ReactNode) => (
    <QuestionBar
      question={question}
      onChange={setQuestion}
      transcripts={names}
      coders={coders.filter(({ kind }) => kind === 'coder').map(({ name }) => name)}
      rounds={rounds.filter(({ kind }) => kind === 'independent').length}
      isWhole={isWhole}
    >
      {more}
    </QuestionBar>
  )
  const panes = [
    {
      id: 'figures',
      title: t('panes.figures'),
      content: (
        <div className="stack agreement">
          {bar(true)}
          <FiguresPane question={question} onQuestion={setQuestion} transcripts={names} />
        </div>
      ),
    },
    {
      id: 'definitions',
      title: t('panes.definitions'),
      content: (
        <div className="stack agreement">
          <DefinitionsPane
            question={question}
            onQuestion={setQuestion}
            transcripts={names}
            bar={(more) => bar(false, more)}
          />
        </div>
      ),
    },
    {
      id: 'drift',
      title: t('panes.drift'),
      content: (
        <div className="stack agreement">
          {bar(false)}
          <DriftPane question={question} onQuestion={setQuestion} transcripts={names} />
        </div>
      ),
    },
    { id: 'snapshots', title: t('panes.snapshots'), content: <SnapshotsPane /> },
  ] as const
  const selected = panes.find(({ id }) => id === args[0])?.id ?? 'figures'
  return (
    <Page title={t('title')} description={t('description')} actions={<ToHarmonising />}>
      <Tabs label={t('title')} tabs={panes} selected={selected} onSelect={(id) => navigate('agreement', id)} />
    </Page>
  )
}
