import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isWithin } from '../../../../domain/code-paths.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { asCoder, moveTo } from './code-actions.ts'
import { CodePicker, type Picked } from './code-picker.tsx'
import { ImpactList } from './impact-list.tsx'
import type { ChangeDialogProps } from './merge-dialog.tsx'

/** Puts a code into another one, or at the top of the codebook, by the keyboard. */
export function MoveDialog({ code, codes, onClose }: ChangeDialogProps) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const [picked, setPicked] = useState<Picked | null>(null)
  const move = async () => {
    if (picked === null) return
    const parentId = picked === 'top' ? null : picked
    if ((await moveTo(code.id, { parentId, before: null })) !== null) onClose()
  }
  return (
    <Dialog
      title={t('codes.moveTitle', { name: code.name })}
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
        hasTop={code.parentId !== null}
        offers={({ id }) => id !== code.id && id !== code.parentId && !isWithin(codes, id, code.id)}
        picked={picked}
        onPick={setPicked}
      />
      <ImpactList
        question={picked === null ? null : { kind: 'move', ids: [code.id], ...asCoder() }}
        hiddenNote={t('codes.impact.hiddenMoves')}
      />
    </Dialog>
  )
}
