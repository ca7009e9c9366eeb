import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ImpactList } from '../../components/impact-list.tsx'
import { useSession } from '../../session.ts'
import type { Pair } from './pairs.ts'

interface MergePairDialogProps {
  readonly pair: Pair
  readonly onClose: () => void
  readonly onMerge: () => void
}

/** Says what merging a pair touches, before it is done. */
export function MergePairDialog({ pair, onClose, onMerge }: MergePairDialogProps) {
  const { t } = useTranslation('harmonising')
  const { t: codebook } = useTranslation('codebook')
  const { t: common } = useTranslation()
  const coderId = useSession((session) => session.coderId)
  const names = { code: pair.name, other: pair.otherName }
  return (
    <Dialog
      title={t('mergeDialog.title', names)}
      isOpen
      onClose={onClose}
      onSubmit={onMerge}
      actions={
        <>
          <Button onPress={onClose}>{common('actions.cancel')}</Button>
          <Button type="submit" variant="primary" takesFocus>
            {t('mergeDialog.confirm', names)}
          </Button>
        </>
      }
    >
      <p className="muted">{t('mergeDialog.advice', names)}</p>
      <ImpactList
        question={{ kind: 'merge', ids: [pair.other], into: pair.code, ...(coderId !== null && { coderId }) }}
        hiddenNote={codebook('codes.impact.hiddenMoves')}
      />
    </Dialog>
  )
}
