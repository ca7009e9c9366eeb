import { useState } from 'react'
import type { CodeId } from '../../../../domain/ids.ts'
import { useSession } from '../../../session.ts'
import { keep, kept } from '../../../kept.ts'

const STORED = 'axial.collapsedCodes:'

/** Which categories are closed, remembered for each study. */
export function useCollapsed(): readonly [ReadonlySet<string>, (ids: readonly CodeId[]) => void] {
  const path = useSession((session) => session.study?.path ?? '')
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(
    () => new Set((kept(STORED + path) ?? '').split(' ').filter((id) => id !== '')),
  )
  const remember = (ids: readonly CodeId[]) => {
    keep(STORED + path, ids.join(' '))
    setCollapsed(new Set(ids))
  }
  return [collapsed, remember]
}
