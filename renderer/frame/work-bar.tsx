import { useTranslation } from 'react-i18next'
import { WorkProgress } from '../components/work-progress.tsx'
import { useSession } from '../session.ts'

/** All long work in hand, at the foot of the screen. */
export function WorkBar() {
  const { t } = useTranslation()
  const isWorking = useSession((session) => session.work.length > 0)
  if (!isWorking) return null
  return (
    <section className="work-bar" aria-label={t('frame.work')}>
      <WorkProgress />
    </section>
  )
}
