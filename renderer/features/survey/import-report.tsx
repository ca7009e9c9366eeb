import { useTranslation } from 'react-i18next'
import type { SurveyImport } from '../../../app/contract/surveys.ts'
import { remarkIn } from '../../../domain/remarks.ts'
import { Checkbox } from '../../components/checkbox.tsx'
import { useLanguage } from '../../i18n/i18n.ts'

interface ImportReportProps {
  readonly report: SurveyImport
  /** Columns that identify people and that the researcher has ticked, to have them all the same. */
  readonly keep: readonly string[]
  readonly onKeep: (keep: readonly string[]) => void
}

/** What was read, on which scale, and everything that was not taken over with the reason. */
export function ImportReport({ report, keep, onKeep }: ImportReportProps) {
  const { t } = useTranslation('survey')
  const language = useLanguage()
  const nameColumn = ({ column, reason }: SurveyImport['leftOut'][number]) =>
    t('import.keepColumn', { column, reason: remarkIn(reason, language) })
  const { leftOut, ignored, kept, skipped, attributes } = report
  return (
    <>
      <p>
        {t('import.result', {
          name: report.name,
          source: t(`import.sources.${report.source}`),
          respondents: t('respondents', { count: report.respondents }),
          items: t('items', { count: report.items }),
        })}
      </p>
      <section className="stack-tight">
        <h3>{t('import.scale')}</h3>
        <ol className="survey-scale">
          {report.scale.map((label, index) => (
            <li key={label} className="tag">
              {index + 1} {label}
            </li>
          ))}
        </ol>
      </section>
      <section className="stack-tight">
        <h3>{leftOut.length === 0 ? t('import.leftOutNone') : t('import.leftOut')}</h3>
        {leftOut.length > 0 && <p className="muted small">{t('import.keep')}</p>}
        {leftOut.map((left) => (
          <Checkbox
            key={left.column}
            isSelected={keep.includes(left.column)}
            onChange={(isKept) =>
              onKeep(isKept ? [...keep, left.column] : keep.filter((other) => other !== left.column))
            }
          >
            {nameColumn(left)}
          </Checkbox>
        ))}
      </section>
      {kept.length > 0 && <Lines title={t('import.kept')} lines={kept} />}
      <Lines title={attributes.length === 0 ? t('import.noAttributes') : t('import.attributes')} lines={attributes} />
      {skipped.length > 0 && (
        <Lines
          title={t('import.skipped', { count: skipped.length })}
          lines={skipped.map((remark) => remarkIn(remark, language))}
        />
      )}
      {ignored.length > 0 && (
        <Lines title={t('import.ignored', { count: ignored.length })} lines={ignored.map(nameColumn)} />
      )}
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section className="stack-tight">
      <h3>{title}</h3>
      <ul className="survey-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
