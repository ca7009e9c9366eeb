import { useTranslation } from 'react-i18next'
import { WorkProgress } from '../components/work-progress.tsx'

/** All long work in hand, at the foot of the screen; without any it takes no room (frame.css). */
export function WorkBar() {
  const { t } = useTranslation()
  return (
    <section className="work-bar" aria-label={t('frame.work')}>
      <WorkProgress />
    </section>
  )
}
