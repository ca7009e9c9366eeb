import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalEntry } from '../../../app/contract/history.ts'
import { contract } from '../../../app/contract.ts'
import type { CoderId } from '../../../domain/ids.ts'
import { procedureName } from '../../i18n/procedure-name.ts'
import { ask, useSession } from '../../session.ts'
import { useRead } from '../../use-read.ts'
import { foldText } from '../../../domain/text/folded-text.ts'

export interface ActionFilter {
  readonly by: CoderId | null
  /** A group of procedures, `codings`; empty for all. */
  readonly group: string
  readonly text: string
}

export interface Actions {
  /** Newest first; null until they are read. */
  readonly entries: readonly JournalEntry[] | null
  readonly hasMore: boolean
  readonly more: () => void
}

const FIRST = 200
const MOST = 1000

/** The actions that fit the filter, read as far as they were asked for, and again from the newest after every write. */
export function useActions(coderId: CoderId, filter: ActionFilter): Actions {
  const { t } = useTranslation()
  const revision = useSession((session) => session.revision)
  const text = filter.text.trim()
  const input = {
    coderId,
    group: filter.group,
    text,
    named: text === '' ? [] : namedSo(text, (name) => procedureName(t, name)),
    ...(filter.by !== null && { by: filter.by }),
  }
  const token = JSON.stringify([revision, input])
  const [limit, setLimit] = useState(FIRST)
  const [older, setOlder] = useState<{ token: string; entries: readonly JournalEntry[]; isAll: boolean } | null>(null)
  const { value } = useRead('history.list', { ...input, limit })
  const rest = older?.token === token ? older : null
  const entries = value === null ? null : [...value, ...(rest?.entries ?? [])]
  const more = async () => {
    if (limit < MOST) {
      setLimit(MOST)
      return
    }
    const before = entries?.at(-1)?.id
    if (before === undefined) return
    const page = await ask('history.list', { ...input, limit: MOST, before })
    if (page !== null) setOlder({ token, entries: [...(rest?.entries ?? []), ...page], isAll: page.length < MOST })
  }
  return {
    entries,
    hasMore: value !== null && value.length >= limit && rest?.isAll !== true,
    more: () => void more(),
  }
}

/** Procedures whose names, in the person's language, hold the words. */
function namedSo(text: string, nameOf: (procedure: string) => string): string[] {
  const wanted = foldText(text)
  return Object.entries(contract)
    .filter(([name, { kind }]) => kind === 'write' && foldText(nameOf(name)).includes(wanted))
    .map(([name]) => name)
}
