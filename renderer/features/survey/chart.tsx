import { Download } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SurveySummary } from '../../../app/contract/surveys.ts'
import { FEW_ANSWERS } from '../../../domain/checklist.ts'
import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { saveText, svgDocument } from '../../components/svg-file.ts'
import { useWidth } from '../../components/use-width.ts'
import { summaryOf, type Item } from './arrangement.ts'
import { LikertDrawing } from './likert-drawing.tsx'

interface ChartProps {
  readonly survey: SurveySummary
  readonly items: readonly Item[]
  readonly groups: readonly string[]
  readonly shown: string | null
  readonly onShow: (group: string | null) => void
}

/** Group names may be anything: in the choice they are told from "everyone" by a mark in front. */
const EVERYONE = 'everyone'
const idOf = (group: string) => `group:${group}`

/** The chart of everyone or of one group, with a way to keep it as a file. */
export function Chart({ survey, items, groups, shown, onShow }: ChartProps) {
  const { t } = useTranslation('survey')
  const [box, width] = useWidth<HTMLDivElement>(900)
  const drawing = useRef<SVGSVGElement>(null)
  const rows = useMemo(
    () =>
      items.flatMap((item) => {
        const summary = summaryOf(item, shown)
        return summary === null ? [] : [{ id: item.id, label: item.label, summary }]
      }),
    [items, shown],
  )
  const hasFew = rows.some(({ summary: { n } }) => n > 0 && n < FEW_ANSWERS)
  const save = () => {
    if (drawing.current) saveText(t('chart.fileName'), 'image/svg+xml', svgDocument(drawing.current))
  }
  return (
    <section className="section" aria-labelledby="survey-chart">
      <div className="row row-between">
        <h2 id="survey-chart">{t('chart.title')}</h2>
        <div className="row survey-chart-tools">
          {groups.length > 0 && (
            <Select
              label={t('controls.shown')}
              value={shown === null ? EVERYONE : idOf(shown)}
              options={[
                { id: EVERYONE, label: t('controls.everyone') },
                ...groups.map((group) => ({ id: idOf(group), label: group })),
              ]}
              onChange={(id) => onShow(groups.find((group) => idOf(group) === id) ?? null)}
            />
          )}
          <Button icon={<Download aria-hidden />} onPress={save}>
            {t('chart.save')}
          </Button>
        </div>
      </div>
      <div ref={box} className="survey-chart">
        <LikertDrawing
          ref={drawing}
          title={t('chart.of', { survey: survey.name, whom: shown ?? t('controls.everyone') })}
          scale={survey.scale}
          items={rows}
          width={width}
        />
      </div>
      {hasFew && <p className="muted small">{t('table.few', { limit: FEW_ANSWERS })}</p>}
    </section>
  )
}
