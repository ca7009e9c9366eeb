import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedVersion } from '../../../../app/contract/versions.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { failureSentence } from '../../../i18n/failure-sentence.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { announce, useSession } from '../../../session.ts'
import { useAsking } from '../../../use-asking.ts'

interface NameDialogProps {
  /** How many codes the codebook has now. */
  readonly codes: number
  /** The version that says the same, where there is one. */
  readonly unchangedSince: string | null
  /** The version to be renamed; null: a new one. */
  readonly version: ListedVersion | null
  readonly onClose: () => void
}

/** Names the codebook as it is now, or gives a version another name and note. */
export function NameDialog({ codes, unchangedSince, version, onClose }: NameDialogProps) {
  const { t } = useTranslation('versions')
  const { t: common } = useTranslation()
  const language = useLanguage()
  const coderId = useSession((session) => session.coderId)
  const [name, setName] = useState(version?.name ?? '')
  const [note, setNote] = useState(version?.note ?? '')
  const { askHere, isWorking, failure, dismiss } = useAsking()
  const canSave = name.trim() !== '' && !isWorking
  const save = async () => {
    if (!canSave) return
    const input = { name, note, ...(coderId !== null && { coderId }) }
    const done =
      version === null
        ? await askHere('versions.name', input)
        : await askHere('versions.rename', { ...input, id: version.id })
    if (done === null) return
    announce(t(version === null ? 'named' : 'renamed', { name: name.trim() }), { canUndo: true })
    onClose()
  }
  return (
    <Dialog
      title={version === null ? t('form.title') : t('form.renameTitle')}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onPress={onClose}>{common('actions.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={!canSave}>
            {version === null ? t('form.submit') : common('actions.save')}
          </Button>
        </>
      }
    >
      {version === null && (
        <p className="muted">
          {t('form.explain', { count: codes })} {unchangedSince !== null && t('form.same', { name: unchangedSince })}
        </p>
      )}
      <TextField
        label={t('form.name')}
        hint={t('form.nameHint')}
        value={name}
        onChange={(value) => {
          setName(value)
          dismiss()
        }}
        error={failure === null ? undefined : failureSentence(failure, language)}
        isRequired
        takesFocus
      />
      <TextField label={t('form.note')} hint={t('form.noteHint')} value={note} onChange={setNote} rows={3} />
    </Dialog>
  )
}
