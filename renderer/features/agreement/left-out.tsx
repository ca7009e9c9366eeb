import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../app/contract/agreement.ts'
import { useFormat } from '../../i18n/format.ts'
import { useSession } from '../../session.ts'
import type { Question } from './question.ts'
import { rowName, type FigureRow } from './rows.ts'

interface LeftOutProps {
  readonly question: Question
  readonly agreement: Agreement
  readonly rows: readonly FigureRow[]
  /** Names of all transcripts of the study. */
  readonly transcripts: readonly string[]
}

/** What the figures do not cover, and why. */
export function LeftOut({ question, agreement, rows, transcripts }: LeftOutProps) {
  const { t } = useTranslation('agreement')
  const format = useFormat()
  const rounds = useSession((session) => session.rounds)
  const wanted = question.transcripts.length === 0 ? transcripts : question.transcripts
  const compared = new Set(rows.flatMap((row) => row.transcripts))
  const alone = agreement.alone.filter(({ transcript }) => wanted.includes(transcript))
  const told = new Set([...compared, ...alone.map(({ transcript }) => transcript)])
  const missing = wanted.filter((name) => !told.has(name))
  const blind = rounds.filter(({ state, kind }) => state === 'blind' && kind === 'independent')
  const omissions = rows.filter((row) => row.of.leftOut.length > 0)
  if (missing.length + alone.length + blind.length + omissions.length === 0) return null
  const names = format.list(missing)
  return (
    <section className="stack-tight" aria-labelledby="agreement-left-out">
      <h2 id="agreement-left-out">{t('leftOut.title')}</h2>
      <ul className="agreement-notes">
        {missing.length > 0 && (
          <li>
            {question.who.kind === 'pair'
              ? t('leftOut.pair', { first: question.who.coders[0], second: question.who.coders[1], names })
              : t('leftOut.transcripts', { names })}
          </li>
        )}
        {alone.length > 0 && (
          <li>{t('leftOut.alone', { list: format.list(alone.map((each) => t('leftOut.aloneItem', each))) })}</li>
        )}
        {blind.length > 0 && <li>{t('leftOut.blind', { names: format.list(blind.map(({ name }) => name)) })}</li>}
        {omissions.map((row) => (
          <li key={row.key}>
            {t('leftOut.of', {
              name: rowName(t, row, agreement.scope, format.list),
              what: format.list(row.of.leftOut.map((each) => omissionText(t, each))),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What one comparison left out. */
export function OmissionList({ row }: { readonly row: FigureRow }) {
  const { t } = useTranslation('agreement')
  const { leftOut } = row.of
  if (leftOut.length === 0) return <p className="muted">{t('leftOut.none')}</p>
  return (
    <ul className="agreement-notes">
      {leftOut.map((each) => (
        <li key={`${each.reason} ${each.coder ?? ''}`}>{omissionText(t, each)}</li>
      ))}
    </ul>
  )
}

function omissionText(
  t: ReturnType<typeof useTranslation<'agreement'>>['t'],
  { reason, coder, count }: FigureRow['of']['leftOut'][number],
): string {
  const what = t(`leftOut.reasons.${reason}`, { count })
  return coder === null ? what : t('leftOut.ofCoder', { what, coder })
}
