import './code-dialog.css'
import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CountedCode } from '../../../../app/contract/codes.ts'
import {
  codebookOf,
  PALETTE_SIZE,
  PATH_SEPARATOR,
  pathOf,
  treeOf,
  type CodeNode,
} from '../../../../domain/codebook/codebook.ts'
import { sentenceFor, type AxialError } from '../../../../domain/errors.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Select } from '../../../components/select.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import { ask, useSession } from '../../../session.ts'
import { useCodebook } from '../codebook.ts'

/** What the dialog is open for. */
export type CodeForm =
  | { readonly kind: 'create'; readonly parentId: CodeId | null }
  | { readonly kind: 'edit'; readonly code: CountedCode }

interface CodeDialogProps {
  readonly form: CodeForm
  readonly onClose: () => void
}

const TOP = 'top'

const ABOUT_THE_NAME: ReadonlySet<string> = new Set([
  'name-taken',
  'name-empty',
  'code-name-taken',
  'code-retired-there',
])

/** Creates a code or changes one. What the service refuses is said beside the name. */
export function CodeDialog({ form, onClose }: CodeDialogProps) {
  const { t } = useTranslation('coding')
  const { t: tCommon } = useTranslation()
  const language = useLanguage()
  const { codes } = useCodebook()
  const coderId = useSession((session) => session.coderId)
  const edited = form.kind === 'edit' ? form.code : null
  const [parentId, setParentId] = useState<CodeId | null>(form.kind === 'create' ? form.parentId : form.code.parentId)
  const inherited = codes.find((code) => code.id === parentId)?.colour ?? null
  const [name, setName] = useState(edited?.name ?? '')
  const [definition, setDefinition] = useState(edited?.definition ?? '')
  const [chosenColour, setColour] = useState<number | null>(edited?.colour ?? null)
  const [error, setError] = useState<AxialError | null>(null)

  const submit = async () => {
    const onError = (failure: AxialError) => {
      if (!ABOUT_THE_NAME.has(failure.reason)) return false
      setError(failure)
      return true
    }
    const coder = coderId === null ? {} : { coderId }
    const colour = chosenColour === null ? {} : { colour: chosenColour }
    const saved =
      edited === null
        ? await ask('codes.create', { name, parentId, definition, ...colour, ...coder }, { onError })
        : await ask('codes.update', { id: edited.id, name, definition, ...colour, ...coder }, { onError })
    if (saved !== null) onClose()
  }

  const codebook = codebookOf(codes)
  const parents = [
    { id: TOP, label: t('topOfCodebook') },
    ...flatten(treeOf(codes)).map(({ code }) => ({
      id: code.id,
      label: pathOf(codebook, code.id).join(PATH_SEPARATOR),
    })),
  ]
  return (
    <Dialog
      title={edited === null ? t('newCode') : t('editCode')}
      isOpen
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onPress={onClose}>{tCommon('actions.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={name.trim() === ''}>
            {edited === null ? t('create') : tCommon('actions.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('name')}
        value={name}
        onChange={(value) => {
          setName(value)
          setError(null)
        }}
        takesFocus
        error={error === null ? undefined : sentenceFor(error.reason, error.params, language)}
      />
      {edited === null && (
        <Select
          label={t('category')}
          value={parentId ?? TOP}
          options={parents}
          onChange={(id) => setParentId(codes.find((code) => code.id === id)?.id ?? null)}
        />
      )}
      <TextField label={t('definition')} value={definition} onChange={setDefinition} rows={4} />
      <ColourField value={chosenColour ?? inherited} onChange={setColour} />
    </Dialog>
  )
}

interface ColourFieldProps {
  readonly value: number | null
  readonly onChange: (colour: number) => void
}

function ColourField({ value, onChange }: ColourFieldProps) {
  const { t } = useTranslation('coding')
  return (
    <RadioGroup
      className="field"
      orientation="horizontal"
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
    >
      <Label className="field-label">{t('colour')}</Label>
      <div className="row">
        {Array.from({ length: PALETTE_SIZE }, (_, colour) => (
          <Radio
            key={colour}
            value={String(colour)}
            aria-label={t('colourNumber', { number: colour + 1 })}
            className={`coding-colour code-colour-${colour}`}
          />
        ))}
      </div>
    </RadioGroup>
  )
}

function flatten(nodes: readonly CodeNode[]): readonly CodeNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)])
}
