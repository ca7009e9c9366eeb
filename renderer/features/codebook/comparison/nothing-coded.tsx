import { Rows3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { navigate } from '../../../navigation.ts'

/** In place of what compares codings, while there can be none. */
export function NothingCoded() {
  const { t } = useTranslation('comparison')
  return (
    <EmptyState
      icon={<Rows3 aria-hidden />}
      title={t('empty.title')}
      actions={
        <Button variant="primary" onPress={() => navigate('coding')}>
          {t('empty.code')}
        </Button>
      }
    >
      {t('empty.advice')}
    </EmptyState>
  )
}
