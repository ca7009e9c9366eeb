import './turn-memos.css'
import { NotebookPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShallow } from 'zustand/shallow'
import type { Turn } from '../../../../domain/transcript.ts'
import { hashOf } from '../../../navigation.ts'
import { memosIn, usePlacedMemos } from './transcript-memos.ts'

interface TurnMemosProps {
  readonly turn: Turn
  /** Only the turn one is in can be gone into with Tab. */
  readonly isCurrent: boolean
}

/** A mark in the margin where there are memos on words of a turn; it leads to the first. */
export function TurnMemos({ turn, isCurrent }: TurnMemosProps) {
  const { t } = useTranslation('coding')
  const memos = usePlacedMemos(useShallow((placed) => memosIn(placed.memos, turn)))
  const [first] = memos
  if (first === undefined) return null
  const names = memos.map(({ name }) => name).join('; ')
  const label = t('memosOfTurn', { count: memos.length, number: turn.number, names })
  return (
    <a
      className="coding-memos"
      href={hashOf('memos', first.id)}
      aria-label={label}
      title={names}
      tabIndex={isCurrent ? 0 : -1}
    >
      <NotebookPen aria-hidden />
      {memos.length > 1 && <span className="figures">{memos.length}</span>}
    </a>
  )
}
