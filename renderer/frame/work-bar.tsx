import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from '../components/progress-bar.tsx'
import { procedureName } from '../i18n/procedure-name.ts'
import { useSession, type Work } from '../session.ts'

/** Work that ends sooner than this, in milliseconds, shows no bar: a flash tells nobody anything. */
const DELAY = 200

/** Long work in hand, each with its progress and a way to cancel it. */
export function WorkBar() {
  const { t } = useTranslation()
  const work = useSession((session) => session.work)
  if (work.length === 0) return null
  return (
    <section className="work-bar" aria-label={t('frame.work')}>
      {work.map((item) => (
        <WorkItem key={item.id} item={item} />
      ))}
    </section>
  )
}

function WorkItem({ item }: { readonly item: Work }) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), DELAY)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  const { done, total, what } = item.progress ?? { done: 0, total: 0, what: '' }
  const label = procedureName(t, item.name)
  return (
    <ProgressBar
      label={label.charAt(0).toLocaleUpperCase() + label.slice(1)}
      done={done}
      total={total}
      what={what}
      onCancel={item.cancel}
    />
  )
}
