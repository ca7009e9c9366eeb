import { useTranslation } from 'react-i18next'
import { useCodebook } from './codebook.ts'
import type { Mark, Marks } from './marks.ts'
import { useCodingScreen } from './store.ts'

/** What is told about the coding that is pointed at: its code with its categories and definition, who and when. */
export function MarkTip({ marks }: { readonly marks: Marks }) {
  const { t } = useTranslation('coding')
  const { codes } = useCodebook()
  const pointed = useCodingScreen((screen) => screen.pointed)
  const [id] = pointed?.ids ?? []
  if (pointed === null || id === undefined) return null
  const mark = find(marks, id)
  if (mark === null) return null
  const definition = codes.find((code) => code.id === mark.codeId)?.definition ?? ''
  const left = Math.max(8, Math.min(pointed.x + 6, window.innerWidth - WIDTH))
  const isLow = pointed.y > window.innerHeight - HEIGHT
  const place = isLow ? { bottom: window.innerHeight - pointed.y + 28 } : { top: pointed.y + 6 }
  return (
    <div role="tooltip" className="tooltip coding-tip" style={{ left, ...place }}>
      <span className="coding-tip-name">
        <span className={`swatch code-colour-${mark.colour}`} aria-hidden /> {mark.path}
      </span>
      <span className="muted">{t('codedBy', { coder: mark.coder, round: mark.round })}</span>
      {definition !== '' && <span>{definition}</span>}
    </div>
  )
}

const WIDTH = 300
const HEIGHT = 120

function find(marks: Marks, id: Mark['id']): Mark | null {
  for (const turn of marks.byTurn) for (const mark of turn) if (mark.id === id) return mark
  return null
}
