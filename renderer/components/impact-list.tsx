import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CodeImpact } from '../../app/contract/codes.ts'
import type { Input } from '../../app/contract.ts'
import { useFormat } from '../i18n/format.ts'
import { useRead } from '../use-read.ts'
import './impact-list.css'

interface ImpactListProps {
  /** What is about to be done; null where that is not known yet. */
  readonly question: Input<'codes.impact'> | null
  /** Said where there is work the person may not see: what becomes of it. */
  readonly hiddenNote: string
}

/** What a change of codes would touch, before it is made. */
export function ImpactList({ question, hiddenNote }: ImpactListProps) {
  const { t } = useTranslation('codebook')
  const { value } = useRead('codes.impact', question, { ownErrors: true })
  if (question === null || value === null) return null
  return (
    <section className="impact-list" aria-label={t('codes.impact.title')}>
      <h3>{t('codes.impact.title')}</h3>
      <Lines impact={value} kind={question.kind} />
      {value.hidden && (
        <p className="impact-hidden small">
          <EyeOff size={14} aria-hidden />
          <span>
            {t('codes.impact.hidden')} {hiddenNote}
          </span>
        </p>
      )}
    </section>
  )
}

function Lines({ impact, kind }: { readonly impact: CodeImpact; readonly kind: Input<'codes.impact'>['kind'] }) {
  const { t } = useTranslation('codebook')
  const format = useFormat()
  const lines = [
    impact.codings === 0
      ? t('codes.impact.noCodings')
      : t('codes.impact.codings', {
          codings: t('codes.codingsCount', { count: impact.codings }),
          transcripts: t('codes.transcriptsCount', { count: impact.transcripts }),
          coders: format.list(impact.coders),
        }),
    ...(impact.subcodes === 0 ? [] : [t('codes.impact.subcodes', { count: impact.subcodes })]),
    ...(impact.doubled === 0 ? [] : [t('codes.impact.doubled', { count: impact.doubled })]),
    ...(impact.catalogItems === 0
      ? []
      : [t(kind === 'split' ? 'codes.impact.catalogStays' : 'codes.impact.catalog', { count: impact.catalogItems })]),
    ...impact.rounds.map(({ name, isFinished, effect }) =>
      t(`codes.impact.${effect}`, { round: isFinished ? t('codes.impact.finished', { name }) : name }),
    ),
  ]
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
