import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSegmentation, type Boundary } from './segmentation.ts'
import { DecisionMark } from './decision-mark.tsx'
import { chooseSegment, focusForm, showTab } from './side-choice.ts'

/** The rules above a turn in which segments start; nothing in most turns. */
export function SegmentRules({ index }: { readonly index: number }) {
  const { boundaries } = useSegmentation()
  const here = boundaries.get(index)
  if (here === undefined) return null
  return (
    <td className="segment-rules">
      {here.map((boundary) => (
        <Rule key={boundary.segment?.id ?? 'none'} boundary={boundary} />
      ))}
    </td>
  )
}

function Rule({ boundary: { segment, isWithin } }: { readonly boundary: Boundary }) {
  const { t } = useTranslation('segments')
  const { own } = useSegmentation()
  if (segment === null) {
    return (
      <div className="segment-rule">
        <span className="segment-rule-name muted">{t('outside')}</span>
      </div>
    )
  }
  const open = () => {
    chooseSegment(segment.id)
    showTab('segments', { isWanted: true })
    focusForm()
  }
  return (
    <div className="segment-rule">
      <button type="button" tabIndex={-1} className="segment-rule-name" onClick={open}>
        <strong className="figures">{t('numbered', { number: segment.number })}</strong>
        {segment.title !== '' && <span className="truncate">{segment.title}</span>}
        {segment.title === '' && isWithin && (
          <span className="truncate muted">{t('from', { words: segment.words })}</span>
        )}
        <DecisionMark decision={own.get(segment.id)?.decision ?? 'open'} hasWords />
      </button>
    </div>
  )
}

/** Says that a quote of the turn is marked for the catalog. */
export function QuoteSign({ index }: { readonly index: number }) {
  const { t } = useTranslation('segments')
  const { quotedTurns } = useSegmentation()
  if (!quotedTurns.has(index)) return null
  return (
    <span className="segment-quote-sign" title={t('quoted')}>
      <Quote aria-hidden />
      <span className="visually-hidden">{t('quoted')}</span>
    </span>
  )
}
