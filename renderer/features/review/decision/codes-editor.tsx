import { ArrowLeft, ArrowRight, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CodeId } from '../../../../domain/ids.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Kbd } from '../../../components/kbd.tsx'
import type { KnownCodes } from '../../../components/known-codes.ts'
import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import { EDITOR_ID } from '../focus.ts'

export interface EditedWords {
  readonly text: string
  /** The place of the code whose edges are moved; null: those of all. */
  readonly of: number | null
  readonly onChoose: (place: number) => void
  readonly onMove: (move: BoundaryMove) => void
}

interface CodesEditorProps {
  readonly codes: KnownCodes
  readonly chosen: readonly CodeId[]
  /** How many there may be; null: any number. */
  readonly most: number | null
  /** The words, and how to move their edges; null where no words belong to it. */
  readonly words: EditedWords | null
  readonly onAdd: () => void
  readonly onRemove: (place: number) => void
}

const EDGES = [
  {
    edge: 'start',
    moves: [
      { key: '[', Icon: ArrowLeft, move: { edge: 'start', way: 'out', by: 'word' } },
      { key: '{', Icon: ArrowRight, move: { edge: 'start', way: 'in', by: 'word' } },
    ],
  },
  {
    edge: 'end',
    moves: [
      { key: '}', Icon: ArrowLeft, move: { edge: 'end', way: 'in', by: 'word' } },
      { key: ']', Icon: ArrowRight, move: { edge: 'end', way: 'out', by: 'word' } },
    ],
  },
] as const

/** Something else than any reading: other codes, and other words for them. */
export function CodesEditor({ codes, chosen, most, words, onAdd, onRemove }: CodesEditorProps) {
  const { t } = useTranslation('review')
  const inHand = words === null || words.of === null ? undefined : chosen[words.of]
  return (
    <fieldset id={EDITOR_ID} className="review-editor">
      <legend>{words === null ? t('instances.other') : t('other.title')}</legend>
      <div className="row">
        {chosen.map((id, place) => (
          <span key={`${id} ${String(place)}`} className="review-chip">
            <span className={`swatch code-colour-${codes.colourOf(id)}`} aria-hidden />
            {words === null || chosen.length < 2 ? (
              codes.labelOf(id)
            ) : (
              <Button variant="quiet" isPressed={words.of === place} onPress={() => words.onChoose(place)}>
                {codes.labelOf(id)}
              </Button>
            )}
            <IconButton
              label={t('other.remove', { name: codes.labelOf(id) })}
              icon={<X aria-hidden />}
              onPress={() => onRemove(place)}
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
        <div className="row review-edges">
          {chosen.length > 1 && (
            <span className="row small muted">
              {inHand === undefined ? t('other.ofAll') : t('other.ofOne', { name: codes.labelOf(inHand) })}
              <Kbd shortcut="W" />
            </span>
          )}
          <span className="visually-hidden" aria-live="polite">
            {words.text}
          </span>
          {EDGES.map(({ edge, moves }) => (
            <span key={edge} className="review-edge-keys">
              <span className="small muted">{t(`other.${edge}`)}</span>
              {moves.map(({ key, move, Icon }) => (
                <Button
                  key={key}
                  variant="quiet"
                  shortcut={key}
                  icon={<Icon aria-hidden />}
                  label={t(`other.edges.${move.edge}.${move.way}`)}
                  onPress={() => words.onMove(move)}
                >
                  {null}
                </Button>
              ))}
            </span>
          ))}
        </div>
      )}
    </fieldset>
  )
}
