import './mark-tip.css'
import { useTranslation } from 'react-i18next'
import { useCodebook } from '../codebook.ts'
import type { Mark, Marks } from './marks.ts'
import { useCodingScreen } from '../store.ts'
import { memosOn, useTranscriptMemos } from './transcript-memos.ts'

/** What is told about the coding that is pointed at: its code with its categories and definition, who and when. */
export function MarkTip({ marks }: { readonly marks: Marks }) {
  const { t } = useTranslation('coding')
  const { codes } = useCodebook()
  const pointed = useCodingScreen((screen) => screen.pointed)
  const memos = useTranscriptMemos()
  if (pointed === null) return null
  const pointedAt = find(marks, new Set(pointed.ids))
  const [mark] = pointedAt
  if (mark === undefined) return null
  const definition = codes.find((code) => code.id === mark.codeId)?.definition ?? ''
  const left = Math.max(8, Math.min(pointed.x + 6, window.innerWidth - WIDTH))
  const isLow = pointed.y > window.innerHeight - HEIGHT
  const place = isLow ? { bottom: window.innerHeight - pointed.y + 28 } : { top: pointed.y + 6 }
  return (
    <div role="tooltip" className="tooltip coding-tip" style={{ left, ...place }}>
      <span className="coding-tip-name">
        <span className={`swatch code-colour-${mark.colour}`} aria-hidden /> {mark.path}
      </span>
      {[...new Set(pointedAt.map(({ coder, round }) => t('codedBy', { coder, round })))].map((line) => (
        <span key={line} className="muted">
          {line}
        </span>
      ))}
      {definition !== '' && <span>{definition}</span>}
      {memosOn(memos, pointedAt).map(({ id, name, coder }) => (
        <span key={id}>
          {t('memoBy', { coder: coder ?? '' })} <em>{name}</em>
        </span>
      ))}
    </div>
  )
}

const WIDTH = 300
const HEIGHT = 120

function find(marks: Marks, ids: ReadonlySet<Mark['id']>): readonly Mark[] {
  const turn = marks.byStretch.find((one) => one.some((mark) => ids.has(mark.id))) ?? []
  return turn.filter((mark) => ids.has(mark.id))
}
