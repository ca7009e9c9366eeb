import { Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'

interface ConnectionLostProps {
  /** What was thrown. */
  readonly cause: unknown
}

/** Shown in place of the workbench when its service cannot be reached. */
export function ConnectionLost({ cause }: ConnectionLostProps) {
  const { t } = useTranslation()
  return (
    <main>
      <EmptyState
        icon={<Unplug aria-hidden />}
        title={t('frame.disconnected')}
        actions={<Button onPress={() => window.location.reload()}>{t('frame.reload')}</Button>}
      >
        {t('frame.disconnectedAdvice')} {t('frame.disconnectedCause', { cause: messageOf(cause) })}
      </EmptyState>
    </main>
  )
}

/** What the system calls it: words for whoever is asked for help, in whatever language they come. */
function messageOf(cause: unknown): string {
  return cause instanceof Error && cause.message !== '' ? cause.message : String(cause)
}
