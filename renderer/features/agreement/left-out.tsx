import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../app/contract/agreement.ts'
import { useFormat } from '../../i18n/format.ts'
import { useSession } from '../../session.ts'
import type { Question } from './question-bar.tsx'

interface LeftOutProps {
  readonly question: Question
  readonly comparisons: readonly Comparison[]
  /** Names of all transcripts of the study. */
  readonly transcripts: readonly string[]
}

/** What the figures do not cover, and why. */
export function LeftOut({ question, comparisons, transcripts }: LeftOutProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const rounds = useSession((session) => session.rounds)
  const wanted = question.transcripts.length === 0 ? transcripts : question.transcripts
  const compared = new Set(comparisons.map(({ transcript }) => transcript))
  const missing = wanted.filter((name) => !compared.has(name))
  const blind = rounds.filter(({ state, kind }) => state === 'blind' && kind === 'independent')
  const unaligned = comparisons.filter((comparison) => comparison.unaligned.length > 0)
  if (missing.length === 0 && blind.length === 0 && unaligned.length === 0) return null
  const names = format.list(missing)
  return (
    <section className="stack-tight" aria-labelledby="agreement-left-out">
      <h2 id="agreement-left-out">{t('leftOut.title')}</h2>
      <ul className="agreement-notes">
        {missing.length > 0 && (
          <li>
            {question.coders === null
              ? t('leftOut.transcripts', { names })
              : t('leftOut.pair', { first: question.coders[0], second: question.coders[1], names })}
          </li>
        )}
        {blind.length > 0 && <li>{t('leftOut.blind', { names: format.list(blind.map(({ name }) => name)) })}</li>}
        {unaligned.map((comparison) => (
          <li key={`${comparison.transcript} ${comparison.round} ${comparison.coders.join(' ')}`}>
            {t('leftOut.unaligned', { count: comparison.unaligned.length, name: comparison.transcript })}
          </li>
        ))}
      </ul>
    </section>
  )
}
