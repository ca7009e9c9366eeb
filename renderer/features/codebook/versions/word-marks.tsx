import { useTranslation } from 'react-i18next'
import { differenceOf } from '../../../../domain/text/word-difference.ts'

interface WordMarksProps {
  readonly before: string
  readonly after: string
}

/** What changed between two texts: words that went are struck through, words that came underlined, and both said so. */
export function WordMarks({ before, after }: WordMarksProps) {
  const { t } = useTranslation('versions')
  return (
    <span className="word-marks">
      {differenceOf(before, after).map(({ kind, text }, index) => {
        const key = `${String(index)} ${kind}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const said = (
          <span className="visually-hidden">{t(kind === 'added' ? 'compare.inserted' : 'compare.deleted')} </span>
        )
        return kind === 'added' ? (
          <ins key={key}>
            {said}
            {text}
          </ins>
        ) : (
          <del key={key}>
            {said}
            {text}
          </del>
        )
      })}
    </span>
  )
}
