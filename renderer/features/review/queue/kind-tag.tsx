import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../../app/contract/review.ts'

/** How the readings differ, in a word or two. */
export function KindTag({ kind }: { readonly kind: ReviewItem['kind'] }) {
  const { t } = useTranslation('review')
  return <span className="tag">{t(`kinds.${kind}`)}</span>
}
