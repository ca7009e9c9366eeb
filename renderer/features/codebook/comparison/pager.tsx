import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'

interface PagerProps {
  /** From 0. */
  readonly page: number
  readonly pages: number
  readonly onTurn: (page: number) => void
}

/** Goes through pages; nothing where there is one. */
export function Pager({ page, pages, onTurn }: PagerProps) {
  const { t } = useTranslation('comparison')
  if (pages <= 1) return null
  return (
    <nav className="row codebook-pager" aria-label={t('pages.label')}>
      <Button icon={<ChevronLeft aria-hidden />} isDisabled={page === 0} onPress={() => onTurn(page - 1)}>
        {t('pages.previous')}
      </Button>
      <span className="figures" aria-live="polite">
        {t('pages.at', { page: page + 1, pages })}
      </span>
      <Button icon={<ChevronRight aria-hidden />} isDisabled={page >= pages - 1} onPress={() => onTurn(page + 1)}>
        {t('pages.next')}
      </Button>
    </nav>
  )
}
