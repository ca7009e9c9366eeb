import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { isWithin } from '../../../../domain/codebook/code-paths.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { WorkProgress } from '../../../components/work-progress.tsx'
import { announce, ask } from '../../../session.ts'
import { asCoder, goBackToTree, showCodes } from './code-actions.ts'
import { CodePicker, type Picked } from './code-picker.tsx'
import { ImpactList } from '../../../components/impact-list.tsx'
import { useNaming } from './naming.ts'

export interface ChangeDialogProps {
  /** What is to be changed, in the order of the tree; at least one. */
  readonly chosen: readonly CountedCode[]
  readonly codes: readonly CountedCode[]
  readonly onClose: () => void
}

/**
 * Merges codes into another one, chosen by a few letters, or, where there are several, into one of them; says first what
 * that touches.
 */
export function MergeDialog({ chosen, codes, onClose }: ChangeDialogProps) {
  const { t } = useTranslation('codebook')
  const { t: tCommon } = useTranslation()
  const naming = useNaming()
  const [picked, setPicked] = useState<Picked | null>(null)
  const [isWorking, setWorking] = useState(false)
  const target = codes.find(({ id }) => id === picked) ?? null
  const what = naming(chosen)
  const ids = chosen.map(({ id }) => id)
  const [only] = chosen
  const goesItself = chosen.length === 1 ? only?.id : undefined
  const merge = async () => {
    if (target === null) return
    setWorking(true)
    // Those that went are left before the study is read again: nothing asks for them any more.
    const onWritten = () => {
      onClose()
      showCodes([target.id])
    }
    const done = await ask('codes.merge', { ids, into: target.id, ...asCoder() }, { onWritten })
    setWorking(false)
    if (done === null) return
    goBackToTree()
    const said = chosen.length === 1 ? 'codes.merged' : 'codes.mergedSeveral'
    announce(t(said, { what, into: target.name }), { canUndo: true })
  }
  return (
    <Dialog
      title={t('codes.mergeTitle', { what })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{tCommon('actions.cancel')}</Button>
          <Button variant="primary" isDisabled={target === null || isWorking} onPress={() => void merge()}>
            {target === null ? t('codes.merge') : t('codes.mergeInto', { name: target.name })}
          </Button>
        </>
      }
    >
      <p className="muted">{chosen.length === 1 ? t('codes.mergeAdvice', { what }) : t('codes.mergeSeveralAdvice')}</p>
      <CodePicker
        label={t('codes.mergeTarget')}
        codes={codes}
        offers={(one) => one.id !== goesItself && !one.retired && !ids.some((id) => isWithin(codes, one.id, id))}
        first={new Set(ids)}
        picked={picked}
        onPick={setPicked}
      />
      <ImpactList
        question={target === null ? null : { kind: 'merge', ids, into: target.id, ...asCoder() }}
        hiddenNote={t('codes.impact.hiddenMoves')}
      />
      <WorkProgress name="codes.merge" />
    </Dialog>
  )
}
