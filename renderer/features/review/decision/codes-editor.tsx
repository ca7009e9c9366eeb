import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CodeId } from '../../../../domain/ids.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import type { KnownCodes } from '../../../components/known-codes.ts'
import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import { EDITOR_ID } from '../focus.ts'

export interface CodesEditorProps {
  readonly codes: KnownCodes
  readonly chosen: readonly CodeId[]
  /** How many there may be; null: any number. */
  readonly most: number | null
  /** The words, and how to move their edges; null where no words belong to it. */
  readonly words: { readonly text: string; readonly onMove: (move: BoundaryMove) => void } | null
  readonly onAdd: () => void
  readonly onRemove: (id: CodeId) => void
}

const EDGES = [
  { key: '[', move: { edge: 'start', way: 'out', by: 'word' } },
  { key: '{', move: { edge: 'start', way: 'in', by: 'word' } },
  { key: '}', move: { edge: 'end', way: 'in', by: 'word' } },
  { key: ']', move: { edge: 'end', way: 'out', by: 'word' } },
] as const

/** Something else than any reading: other codes, and other words for them. */
export function CodesEditor({ codes, chosen, most, words, onAdd, onRemove }: CodesEditorProps) {
  const { t } = useTranslation('review')
  return (
    <fieldset id={EDITOR_ID} className="review-editor">
      <legend>{words === null ? t('instances.other') : t('other.title')}</legend>
      <div className="row">
        {chosen.map((id) => (
          <span key={id} className="review-chip">
            <span className={`swatch code-colour-${codes.colourOf(id)}`} aria-hidden />
            {codes.labelOf(id)}
            <IconButton
              label={t('other.remove', { name: codes.labelOf(id) })}
              icon={<X aria-hidden />}
              onPress={() => onRemove(id)}
            />
          </span>
        ))}
        {(most === null || chosen.length < most) && (
          <Button icon={<Plus aria-hidden />} shortcut="E" onPress={onAdd}>
            {t('other.add')}
          </Button>
        )}
      </div>
      {words !== null && (
        <>
          <p className="review-chosen-words" aria-live="polite">
            “{words.text}”
          </p>
          <div className="row">
            {EDGES.map(({ key, move }) => (
              <Button key={key} variant="quiet" shortcut={key} onPress={() => words.onMove(move)}>
                {t(`other.edges.${move.edge}.${move.way}`)}
              </Button>
            ))}
          </div>
        </>
      )}
    </fieldset>
  )
}
