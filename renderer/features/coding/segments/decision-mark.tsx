import { CircleCheck, CircleDashed, CircleSlash } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DecisionKind } from '../../../../domain/screening.ts'

const ICONS = { included: CircleCheck, excluded: CircleSlash, open: CircleDashed } as const

interface DecisionMarkProps {
  readonly decision: DecisionKind
  /** Whether the word stands beside the sign; screen readers get it either way. */
  readonly hasWords?: boolean
}

/** What was decided about a segment, by sign and by word. */
export function DecisionMark({ decision, hasWords = false }: DecisionMarkProps) {
  const { t } = useTranslation('segments')
  const Icon = ICONS[decision]
  return (
    <span className={`segment-decision segment-${decision}`}>
      <Icon aria-hidden />
      <span className={hasWords ? 'small' : 'visually-hidden'}>{t(`decisions.${decision}`)}</span>
    </span>
  )
}
