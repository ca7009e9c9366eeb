import { Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'

/** Shown in place of the workbench when its service cannot be reached. */
export function ConnectionLost() {
  const { t } = useTranslation()
  return (
    <main>
      <EmptyState
        icon={<Unplug aria-hidden />}
        title={t('frame.disconnected')}
        actions={<Button onPress={() => window.location.reload()}>{t('frame.reload')}</Button>}
      >
        {t('frame.disconnectedAdvice')}
      </EmptyState>
    </main>
  )
}
