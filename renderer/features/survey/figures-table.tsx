import { useTranslation } from 'react-i18next'
import type { SurveySummary } from '../../../app/contract/surveys.ts'
import { FEW_ANSWERS } from '../../../domain/checklist.ts'
import { Figure } from '../../components/figure.tsx'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { useFormat } from '../../i18n/format.ts'
import { SEED, summaryOf, type Item, type Summary } from './arrangement.ts'

interface FiguresTableProps {
  readonly survey: SurveySummary
  readonly items: readonly Item[]
  readonly groups: readonly string[]
  readonly top: number
}

/** Every figure of every item, for everyone; n and the top of the scale for each group. */
export function FiguresTable({ survey, items, groups, top }: FiguresTableProps) {
  const { t } = useTranslation('survey')
  const topLabels = survey.scale.slice(-top).join(' + ')
  const heading = (text: string) => (
    <th scope="col" className="cell-end">
      {text}
    </th>
  )
  const hasFew = items.some((item) => [item.overall, ...item.groups].some(isFew))
  return (
    <section className="section" aria-labelledby="survey-figures">
      <h2 id="survey-figures">{t('table.title')}</h2>
      <ScrollArea label={t('table.label')}>
        <table className="table table-compact survey-table" aria-label={t('table.label')}>
          <thead>
            {groups.length > 0 && (
              <tr>
                <th scope="col" rowSpan={2}>
                  {t('table.item')}
                </th>
                <th scope="colgroup" colSpan={8} className="survey-group">
                  {t('table.everyone')}
                </th>
                {groups.map((group) => (
                  <th key={group} scope="colgroup" colSpan={2} className="survey-group">
                    {group}
                  </th>
                ))}
              </tr>
            )}
            <tr>
              {groups.length === 0 && <th scope="col">{t('table.item')}</th>}
              {heading(t('table.n'))}
              {heading(t('table.missing'))}
              {heading(t('table.top', { count: top }))}
              {heading(t('table.mean'))}
              {heading(t('table.median'))}
              {heading(t('table.mode'))}
              {heading(t('table.sd'))}
              {heading(t('table.interval'))}
              {groups.map((group) => (
                <GroupHeadings key={group} top={top} />
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id} data-item={item.id}>
                <th scope="row">{item.label}</th>
                <OverallCells summary={item.overall} />
                {groups.map((group) => (
                  <GroupCells key={group} summary={summaryOf(item, group)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <div className="muted small">
        <p>{t('table.note', { top, labels: topLabels, seed: SEED })}</p>
        {hasFew && <p>{t('table.few', { limit: FEW_ANSWERS })}</p>}
      </div>
    </section>
  )
}

function GroupHeadings({ top }: { readonly top: number }) {
  const { t } = useTranslation('survey')
  return (
    <>
      <th scope="col" className="cell-end survey-first">
        {t('table.n')}
      </th>
      <th scope="col" className="cell-end">
        {t('table.top', { count: top })}
      </th>
    </>
  )
}

function OverallCells({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('survey')
  const format = useFormat()
  const { n, missing, mean, median, mode, sd, interval } = summary
  if (n === 0) {
    return (
      <>
        <td className="cell-end">0</td>
        <td className="cell-end">{format.number(missing)}</td>
        <td colSpan={6} className="muted">
          {t('table.noAnswers')}
        </td>
      </>
    )
  }
  return (
    <>
      <td className="cell-end">
        <Count summary={summary} />
      </td>
      <td className="cell-end">{format.number(missing)}</td>
      <td className="cell-end">
        <Top summary={summary} />
      </td>
      <td className="cell-end">
        <Figure value={mean} format={(value) => format.decimal(value, 2)} />
      </td>
      <td className="cell-end">
        <Figure value={median} format={(value) => format.decimal(value, 1)} />
      </td>
      <td className="cell-end">{mode.map((value) => format.number(value)).join(', ')}</td>
      <td className="cell-end">
        <Figure value={sd} format={(value) => format.decimal(value, 2)} reason={t('table.undefinedSd')} />
      </td>
      <td className="cell-end">
        {interval !== null &&
          t('table.intervalValue', { low: format.decimal(interval[0], 2), high: format.decimal(interval[1], 2) })}
      </td>
    </>
  )
}

function GroupCells({ summary }: { readonly summary: Summary | null }) {
  const { t } = useTranslation('survey')
  if (summary === null || summary.n === 0) {
    return (
      <td colSpan={2} className="muted cell-end survey-first">
        {t('table.noAnswers')}
      </td>
    )
  }
  return (
    <>
      <td className="cell-end survey-first">
        <Count summary={summary} />
      </td>
      <td className="cell-end">
        <Top summary={summary} />
      </td>
    </>
  )
}

function isFew({ n }: Summary): boolean {
  return n > 0 && n < FEW_ANSWERS
}

/** n, marked where it is so small that the figures beside it say little. */
function Count({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('survey')
  const format = useFormat()
  return (
    <>
      {format.number(summary.n)}
      {isFew(summary) && (
        <span className="survey-few">
          <span aria-hidden="true">†</span>
          <span className="visually-hidden">{t('table.fewMark')}</span>
        </span>
      )}
    </>
  )
}

function Top({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation('survey')
  const format = useFormat()
  return t('table.countPercent', {
    count: format.number(summary.top.count),
    percent: format.percent(summary.top.percent ?? 0),
  })
}
