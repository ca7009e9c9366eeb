import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { isWithin } from '../../../../domain/code-paths.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { announce, ask } from '../../../session.ts'
import { asCoder, showCode } from './code-actions.ts'
import { CodePicker, type Picked } from './code-picker.tsx'
import { ImpactList } from './impact-list.tsx'

export interface ChangeDialogProps {
  readonly code: CountedCode
  readonly codes: readonly CountedCode[]
  readonly onClose: () => void
}

/** Merges a code into another one, chosen by a few letters; says first what that touches. */
export function MergeDialog({ code, codes, onClose }: ChangeDialogProps) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const [picked, setPicked] = useState<Picked | null>(null)
  const target = codes.find(({ id }) => id === picked) ?? null
  const merge = async () => {
    if (target === null) return
    if ((await ask('codes.merge', { ids: [code.id], into: target.id, ...asCoder() })) === null) return
    showCode(target.id)
    onClose()
    announce(t('codes.merged', { name: code.name, into: target.name }), { canUndo: true })
  }
  return (
    <Dialog
      title={t('codes.mergeTitle', { name: code.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{tCommon('actions.cancel')}</Button>
          <Button variant="primary" isDisabled={target === null} onPress={() => void merge()}>
            {target === null ? t('codes.merge') : t('codes.mergeInto', { name: target.name })}
          </Button>
        </>
      }
    >
      <p className="muted">{t('codes.mergeAdvice', { name: code.name })}</p>
      <CodePicker
        label={t('codes.mergeTarget')}
        codes={codes}
        offers={(one) => one.id !== code.id && !one.retired && !isWithin(codes, one.id, code.id)}
        picked={picked}
        onPick={setPicked}
      />
      <ImpactList
        question={target === null ? null : { kind: 'merge', ids: [code.id], into: target.id, ...asCoder() }}
        hiddenNote={t('codes.impact.hiddenMoves')}
      />
    </Dialog>
  )
}
