import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProcedureName } from '../../app/contract.ts'
import { capitalise } from '../i18n/failure-sentence.ts'
import { procedureName } from '../i18n/procedure-name.ts'
import { useSession } from '../session.ts'
import { ProgressBar } from './progress-bar.tsx'
import { followWork, isShown, nextChange, type FollowedWork } from './shown-work.ts'

/**
 * Long work in hand with its progress and a way to cancel it: of this procedure, or all of it without a name. Dialogs show
 * their own, since the frame's bar is out of reach behind them.
 */
export function WorkProgress({ name }: { readonly name?: ProcedureName }) {
  const shown = useShownWork().filter(({ item }) => name === undefined || item.name === name)
  return shown.map((one) => <WorkItem key={one.item.id} work={one} />)
}

function useShownWork(): readonly FollowedWork[] {
  const [{ followed, now }, setState] = useState(() => followNow([]))
  useEffect(() => {
    const follow = () => setState((before) => followNow(before.followed))
    return useSession.subscribe((session, before) => {
      if (session.work !== before.work) follow()
    })
  }, [])
  useEffect(() => {
    const wait = nextChange(followed, now)
    if (wait === null) return undefined
    const timer = setTimeout(() => setState((before) => followNow(before.followed)), Math.ceil(wait))
    return () => clearTimeout(timer)
  }, [followed, now])
  return followed.filter((one) => isShown(one, now))
}

function followNow(before: readonly FollowedWork[]) {
  const now = performance.now()
  return { followed: followWork(before, useSession.getState().work, now), now }
}

function WorkItem({ work: { item, isDone } }: { readonly work: FollowedWork }) {
  const { t } = useTranslation()
  const { done, total, what } = item.progress ?? { done: 0, total: 0, what: '' }
  return (
    <ProgressBar
      label={capitalise(procedureName(t, item.name))}
      done={isDone ? total : done}
      total={total}
      what={what}
      {...(!isDone && { onCancel: item.cancel })}
    />
  )
}
