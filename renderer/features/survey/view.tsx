import './survey.css'
import { ChartBarStacked, Upload } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveySummary } from '../../../app/contract/surveys.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { failureSentence } from '../../i18n/failure-sentence.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { catchFocus } from '../../focus.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { useRead } from '../../use-read.ts'
import { arrangeItems, summaryInput, type Arrangement } from './arrangement.ts'
import { Chart } from './chart.tsx'
import { Controls, type ListedSurvey } from './controls.tsx'
import { FiguresTable } from './figures-table.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { MergeEditor } from './merge-editor.tsx'

/** The Survey screen: `#/survey`, `#/survey/import`. */
export default function SurveyView() {
  const { t } = useTranslation('survey')
  const { value: surveys } = useRead('surveys.list', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const { args } = useRoute()
  const [isOpened, setImporting] = useState(false)
  const isAsked = args[0] === 'import'
  const close = () => {
    setImporting(false)
    if (isAsked) {
      navigate('survey')
      // It was not opened by a button of this screen, which could have the focus back.
      catchFocus(['#page-heading'])
    }
  }
  if (surveys === null) return <Page title={t('title')}>{null}</Page>
  const survey = surveys.find(({ name }) => name === chosen) ?? surveys[0]
  const importButton = (variant: 'default' | 'primary') => (
    <Button variant={variant} icon={<Upload aria-hidden />} onPress={() => setImporting(true)}>
      {t('import.button')}
    </Button>
  )
  const dialog = (isOpened || isAsked) && <ImportDialog onClose={close} onImported={setChosen} />
  if (survey === undefined) {
    return (
      <Page title={t('title')}>
        <EmptyState icon={<ChartBarStacked aria-hidden />} title={t('empty.title')} actions={importButton('primary')}>
          {t('empty.advice')}
        </EmptyState>
        {dialog}
      </Page>
    )
  }
  return (
    <Page
      title={t('title')}
      description={t('description', {
        name: survey.name,
        respondents: t('respondents', { count: survey.respondents }),
        items: t('items', { count: survey.items }),
        scale: survey.scale.join(', '),
      })}
      actions={importButton('default')}
    >
      <SurveyFigures key={survey.name} surveys={surveys} survey={survey} onSurvey={setChosen} />
      {dialog}
    </Page>
  )
}

interface SurveyFiguresProps {
  readonly surveys: readonly ListedSurvey[]
  readonly survey: ListedSurvey
  readonly onSurvey: (name: string) => void
}

const PLAIN: Arrangement = { by: null, merges: [], top: 2, order: 'questionnaire', shown: null }

function SurveyFigures({ surveys, survey, onSurvey }: SurveyFiguresProps) {
  const [arrangement, setArrangement] = useState(PLAIN)
  const points = survey.scale.length
  const language = useLanguage()
  const { value, error } = useRead('surveys.summary', summaryInput(survey.name, arrangement, points), {
    ownErrors: true,
  })
  // While another grouping is read, the last one stands: nothing jumps.
  const [last, setLast] = useState<SurveySummary | null>(null)
  if (value !== null && value !== last) setLast(value)
  const summary = value ?? last
  const groups = summary?.items[0]?.groups.map(({ group }) => group) ?? []
  const shown = arrangement.shown !== null && groups.includes(arrangement.shown) ? arrangement.shown : null
  const { order } = arrangement
  const items = useMemo(
    () => (summary === null ? [] : arrangeItems(summary.items, order, shown)),
    [summary, order, shown],
  )
  const attribute = survey.attributes.find(({ name }) => name === arrangement.by)
  return (
    <div className="stack survey">
      <Controls
        surveys={surveys}
        survey={survey}
        onSurvey={onSurvey}
        arrangement={arrangement}
        onChange={setArrangement}
      />
      {attribute !== undefined && attribute.groups.length > 1 && (
        <MergeEditor
          key={attribute.name}
          groups={attribute.groups}
          merges={arrangement.merges}
          onChange={(merges) => setArrangement({ ...arrangement, merges })}
        />
      )}
      {/* A survey that an undo took away is gone from the list, too, as soon as that is read again. */}
      {error !== null && error.reason !== 'not-found' && (
        <p className="callout callout-warning" role="alert">
          {failureSentence(error, language)}
        </p>
      )}
      {summary !== null && (
        <>
          <Chart
            survey={summary}
            items={items}
            groups={groups}
            shown={shown}
            onShow={(group) => setArrangement({ ...arrangement, shown: group })}
          />
          <FiguresTable
            survey={summary}
            items={items}
            groups={groups}
            top={Math.max(1, Math.min(arrangement.top, points - 1))}
          />
        </>
      )}
    </div>
  )
}
