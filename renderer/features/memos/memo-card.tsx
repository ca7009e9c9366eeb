import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedMemo } from '../../../app/contract/memos.ts'
import { useFormat } from '../../i18n/format.ts'

/** Who wrote a memo and when, and who sees it. */
export function MemoMeta({ memo }: { readonly memo: ListedMemo }) {
  const { t } = useTranslation('memos')
  const format = useFormat()
  const { coder, round, isBlind, writtenAt, updatedAt } = memo
  const date = format.dateTime(writtenAt)
  return (
    <p className="memo-meta small muted">
      <span>{coder === null ? t('byNobody', { date }) : t('by', { coder, date })}</span>
      {updatedAt !== writtenAt && <span>{t('changed', { date: format.dateTime(updatedAt) })}</span>}
      {isBlind && round !== null && (
        <span className="tag" title={t('onlyYou', { round })}>
          <EyeOff size={12} aria-hidden /> {t('onlyYouTag')}
        </span>
      )}
    </p>
  )
}
