import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcedureName } from '../../app/contract.ts'
import { procedureName } from '../i18n/procedure-name.ts'
import { useSession, type Work } from '../session.ts'
import { ProgressBar } from './progress-bar.tsx'

/** Work that ends sooner than this, in milliseconds, shows no bar: a flash tells nobody anything. */
const DELAY = 200

export interface WorkProgressProps {
  /** Only work of this procedure; all long work in hand without. */
  readonly name?: ProcedureName
}

/**
 * Long work in hand, each with its progress and a way to cancel it. In a dialog it stands where the work was asked for,
 * since the frame's own bar is out of reach there.
 */
export function WorkProgress({ name }: WorkProgressProps) {
  const work = useSession((session) => session.work)
  return work
    .filter((item) => name === undefined || item.name === name)
    .map((item) => <WorkItem key={item.id} item={item} />)
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
