import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcedureName } from '../../app/contract.ts'
import { capitalise } from '../i18n/failure-sentence.ts'
import { procedureName } from '../i18n/procedure-name.ts'
import { useSession, type Work } from '../session.ts'
import { ProgressBar } from './progress-bar.tsx'

/** Work that ends sooner than this, in milliseconds, shows no bar: a flash tells nobody anything. */
const DELAY = 200

/**
 * Long work in hand with its progress and a way to cancel it: of this procedure, or all of it without a name. Dialogs show
 * their own, since the frame's bar is out of reach behind them.
 */
export function WorkProgress({ name }: { readonly name?: ProcedureName }) {
  const work = useSession((session) => session.work)
  const shown = name === undefined ? work : work.filter((item) => item.name === name)
  return shown.map((item) => <WorkItem key={item.id} item={item} />)
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
  return (
    <ProgressBar
      label={capitalise(procedureName(t, item.name))}
      done={done}
      total={total}
      what={what}
      onCancel={item.cancel}
    />
  )
}
