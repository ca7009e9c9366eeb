import { useTranslation } from 'react-i18next'
import type { ComparedCoding } from '../../../../app/contract/comparison.ts'
import type { CodingId } from '../../../../domain/ids.ts'
import { Button } from '../../../components/button.tsx'

/** What can be done to the codings that are meant. */
export type Recoding = 'recode' | 'add' | 'remove'

interface CardToolsProps {
  readonly count: number
  readonly all: readonly ComparedCoding[]
  readonly onChooseAll: (ids: ReadonlySet<CodingId>) => void
  readonly onBegin: (what: Recoding) => void
}

/** The chosen codings, and what can be done to them. */
export function CardTools({ count, all, onChooseAll, onBegin }: CardToolsProps) {
  const { t } = useTranslation('comparison')
  const own = all.filter(({ isOpen }) => isOpen)
  return (
    <div className="row codebook-card-tools">
      <Button shortcut="R" onPress={() => onBegin('recode')}>
        {t('cards.recode')}
      </Button>
      <Button shortcut="A" onPress={() => onBegin('add')}>
        {t('cards.add')}
      </Button>
      <Button shortcut="X" onPress={() => onBegin('remove')}>
        {t('cards.remove')}
      </Button>
      {own.length > 0 && (
        <Button variant="quiet" onPress={() => onChooseAll(count === 0 ? new Set(own.map(({ id }) => id)) : new Set())}>
          {count === 0 ? t('cards.chooseAll', { count: own.length }) : t('cards.chooseNone')}
        </Button>
      )}
      <span className="muted small" aria-live="polite">
        {count === 0 ? t('cards.hint') : t('cards.count', { count })}
      </span>
    </div>
  )
}
