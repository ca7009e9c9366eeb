import { ArrowLeft, ArrowRight, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CodeId } from '../../../../domain/ids.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Kbd } from '../../../components/kbd.tsx'
import type { KnownCodes } from '../../../components/known-codes.ts'
import type { BoundaryMove } from '../../../components/moved-boundary.ts'
import { EDITOR_ID } from '../focus.ts'
import { useKeymap, useKeys } from '../keys/keymap.ts'
import { EDGE_MOVES } from '../keys/shortcuts.ts'

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
      { id: 'startOut', Icon: ArrowLeft },
      { id: 'startIn', Icon: ArrowRight },
    ],
  },
  {
    edge: 'end',
    moves: [
      { id: 'endIn', Icon: ArrowLeft },
      { id: 'endOut', Icon: ArrowRight },
    ],
  },
] as const

/** Something else than any reading: other codes, and other words for them. */
export function CodesEditor({ codes, chosen, most, words, onAdd, onRemove }: CodesEditorProps) {
  const { t } = useTranslation('review')
  const keys = useKeymap()
  const addKeys = useKeys('else')
  const wordsKeys = useKeys('ofCode')
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
          <Button icon={<Plus aria-hidden />} shortcut={addKeys} onPress={onAdd}>
            {t('other.add')}
          </Button>
        )}
      </div>
      {words !== null && (
        <div className="row review-edges">
          {chosen.length > 1 && (
            <span className="row small muted">
              {inHand === undefined ? t('other.ofAll') : t('other.ofOne', { name: codes.labelOf(inHand) })}
              <Kbd shortcut={wordsKeys} />
            </span>
          )}
          <span className="visually-hidden" aria-live="polite">
            {words.text}
          </span>
          {EDGES.map(({ edge, moves }) => (
            <span key={edge} className="review-edge-keys">
              <span className="small muted">{t(`other.${edge}`)}</span>
              {moves.map(({ id, Icon }) => (
                <Button
                  key={id}
                  variant="quiet"
                  shortcut={keys[id][0] ?? ''}
                  icon={<Icon aria-hidden />}
                  label={t(`other.edges.${EDGE_MOVES[id].edge}.${EDGE_MOVES[id].way}`)}
                  onPress={() => words.onMove(EDGE_MOVES[id])}
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
