import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import { codebookOf, parsePath, PATH_SEPARATOR, pathOf } from '../../../../domain/codebook/codebook.ts'
import type { AxialError } from '../../../../domain/errors.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { failureSentence } from '../../../i18n/failure-sentence.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ask } from '../../../session.ts'
import { asCoder, goBackToTree, showCodes } from './code-actions.ts'

interface NewCodeDialogProps {
  readonly codes: readonly CountedCode[]
  /** The code it is to be in; null for the top of the codebook. */
  readonly parentId: CodeId | null
  readonly onClose: () => void
}

/** Creates a code, with the categories of its path that are not there yet, in one step. */
export function NewCodeDialog({ codes, parentId, onClose }: NewCodeDialogProps) {
  const { t } = useTranslation('codebook')
  const language = useLanguage()
  const [name, setName] = useState('')
  const [definition, setDefinition] = useState('')
  const [error, setError] = useState<AxialError | null>(null)
  const parent = parentId === null ? null : pathOf(codebookOf(codes), parentId).join(PATH_SEPARATOR)
  const names = parsePath(name)

  const create = async () => {
    const onError = (failure: AxialError) => {
      setError(failure)
      return true
    }
    const code = await ask('codes.createPath', { names: [...names], parentId, definition, ...asCoder() }, { onError })
    if (code === null) return
    showCodes([code.id])
    onClose()
    goBackToTree()
  }
  return (
    <FormDialog
      title={t('codes.newTitle')}
      submit={t('codes.create')}
      isReady={names.length > 0}
      onSubmit={() => void create()}
      onClose={onClose}
    >
      {parent !== null && <p className="muted">{t('codes.newWithin', { path: parent })}</p>}
      <TextField
        label={t('codes.name')}
        value={name}
        onChange={(value) => {
          setName(value)
          setError(null)
        }}
        takesFocus
        hint={t('codes.newHint')}
        error={error === null ? undefined : failureSentence(error, language)}
      />
      <TextField label={t('codes.definition')} value={definition} onChange={setDefinition} rows={3} />
    </FormDialog>
  )
}
