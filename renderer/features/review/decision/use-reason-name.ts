import { useTranslation } from 'react-i18next'
import type { ReviewReason } from '../../../../app/contract/review.ts'

/** A reason in the language of the screen: the listed one, its own words, or both. */
export function useReasonName(): (reason: ReviewReason) => string {
  const { t } = useTranslation('review')
  return ({ key, words }) => [key === null ? '' : t(`reasons.${key}`), words].filter((part) => part !== '').join(': ')
}
