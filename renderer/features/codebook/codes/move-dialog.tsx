import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWithin } from '../../../../domain/codebook/code-paths.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { asCoder, moveTo } from './code-actions.ts'
import { CodePicker, type Picked } from './code-picker.tsx'
import { ImpactList } from '../../../components/impact-list.tsx'
import type { ChangeDialogProps } from './merge-dialog.tsx'
import { useNaming } from './naming.ts'

/** Puts codes into another one, or at the top of the codebook, by the keyboard. */
export function MoveDialog({ chosen, codes, onClose }: ChangeDialogProps) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const naming = useNaming()
  const [picked, setPicked] = useState<Picked | null>(null)
  const ids = chosen.map(({ id }) => id)
  const move = async () => {
    if (picked === null) return
    const parentId = picked === 'top' ? null : picked
    if (await moveTo(ids, { parentId, before: null })) onClose()
  }
  return (
    <Dialog
      title={t('codes.moveTitle', { what: naming(chosen) })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{tCommon('actions.cancel')}</Button>
          <Button variant="primary" isDisabled={picked === null} onPress={() => void move()}>
            {t('codes.move')}
          </Button>
        </>
      }
    >
      <CodePicker
        label={t('codes.moveTarget')}
        codes={codes}
        hasTop={chosen.some(({ parentId }) => parentId !== null)}
        offers={({ id }) =>
          !chosen.every((one) => one.parentId === id) &&
          !chosen.some((one) => one.id === id || isWithin(codes, id, one.id))
        }
        picked={picked}
        onPick={setPicked}
      />
      <ImpactList
        question={picked === null ? null : { kind: 'move', ids, ...asCoder() }}
        hiddenNote={t('codes.impact.hiddenMoves')}
      />
    </Dialog>
  )
}
