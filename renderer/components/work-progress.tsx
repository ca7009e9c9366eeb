import { useTranslation } from 'react-i18next'
import type { ProcedureName } from '../../app/contract.ts'
import { procedureName } from '../i18n/procedure-name.ts'
import { useSession } from '../session.ts'
import { ProgressBar } from './progress-bar.tsx'

/** Progress of a long procedure in hand, where it was asked for: in a dialog the frame's own bar is out of reach. */
export function WorkProgress({ name }: { readonly name: ProcedureName }) {
  const { t } = useTranslation()
  const item = useSession((session) => session.work.findLast((one) => one.name === name))
  if (item === undefined) return null
  const { done, total, what } = item.progress ?? { done: 0, total: 0, what: '' }
  const label = procedureName(t, name)
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
