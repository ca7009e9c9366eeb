import { Layers } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import type { OpenDisagreements } from './open-disagreements.ts'

interface EmptyMismatchesProps {
  readonly open: OpenDisagreements
  readonly onReview: () => void
  readonly importButton: (variant: 'default' | 'primary') => ReactNode
}

/** A catalog without a mismatch: what leads to one. Where a review has something open, first the review. */
export function EmptyMismatches({ open, importButton, onReview }: EmptyMismatchesProps) {
  const { t } = useTranslation('catalog')
  const isReviewed = open.kind !== 'none'
  return (
    <EmptyState
      icon={<Layers aria-hidden />}
      title={t('empty.mismatches')}
      actions={
        isReviewed ? (
          <>
            {importButton('default')}
            <Button variant="primary" onPress={onReview}>
              {t('empty.toReview')}
            </Button>
          </>
        ) : (
          importButton('primary')
        )
      }
    >
      {t('empty.mismatchMeaning')} {t(isReviewed ? 'empty.mismatchesReviewed' : 'empty.mismatchesAdvice')}
    </EmptyState>
  )
}
