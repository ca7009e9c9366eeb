import { Download, Printer, Quote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '../../../../app/contract.ts'
import type { ListedTranscript } from '../../../../app/contract/transcripts.ts'
import type { FilePayload } from '../../../../app/contract/values.ts'
import type { CodeId } from '../../../../domain/ids.ts'
import { codebookOf, PATH_SEPARATOR, pathOf } from '../../../../domain/codebook/codebook.ts'
import { Button } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Select } from '../../../components/select.tsx'
import { WorkProgress } from '../../../components/work-progress.tsx'
import { failureSentence } from '../../../i18n/failure-sentence.ts'
import { useLanguage } from '../../../i18n/i18n.ts'
import { announce, ask, useSession } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { printPage } from './print-page.ts'
import { compareNames } from '../../../name-order.ts'

interface CodedTranscriptDialogProps {
  readonly transcript: ListedTranscript
  readonly onClose: () => void
}

/** What a file of a coded transcript is to hold; says what it will hold before it is written or printed. */
export function CodedTranscriptDialog({ transcript, onClose }: CodedTranscriptDialogProps) {
  const { t } = useTranslation('codedTranscript')
  const { t: common } = useTranslation()
  const language = useLanguage()
  const coderId = useSession((session) => session.coderId)
  const coders = useSession((session) => session.coders)
  const [format, setFormat] = useState<'html' | 'docx'>('html')
  const [whose, setWhose] = useState('everyone')
  const [codes, setCodes] = useState<readonly CodeId[] | null>(null)
  const [shown, setShown] = useState({ memos: false, speakers: true, stamps: true })
  const input: Input<'codedTranscripts.files'> = {
    transcriptId: transcript.id,
    format,
    language,
    ...shown,
    ...(whose !== 'everyone' && { coders: coders.filter(({ id }) => id === whose).map(({ id }) => id) }),
    ...(codes !== null && { codes: [...codes] }),
    ...(coderId !== null && { coderId }),
  }
  const { value, error } = useRead('codedTranscripts.preview', input, { ownErrors: true })

  const save = async () => {
    const [file] = (await ask('codedTranscripts.files', input)) ?? []
    if (file === undefined) return
    download(file)
    announce(t('downloaded', { name: file.name }))
    onClose()
  }
  const print = async () => {
    const [file] = (await ask('codedTranscripts.files', { ...input, format: 'html' })) ?? []
    if (file === undefined) return
    onClose()
    // Once the dialog and its scrim are gone from the document.
    setTimeout(() => printPage(new TextDecoder().decode(file.bytes)), 0)
  }
  return (
    <Dialog
      title={t('title', { name: transcript.name })}
      isOpen
      isWide
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onPress={onClose}>{common('actions.cancel')}</Button>
          <Button icon={<Printer aria-hidden />} onPress={() => void print()}>
            {t('print')}
          </Button>
          <Button variant="primary" type="submit" icon={<Download aria-hidden />}>
            {t('download')}
          </Button>
        </>
      }
    >
      <div className="grid-fields">
        <Select
          label={t('format')}
          value={format}
          onChange={setFormat}
          options={[
            { id: 'html', label: t('html'), description: t('htmlAbout') },
            { id: 'docx', label: t('docx'), description: t('docxAbout') },
          ]}
        />
        <Select
          label={t('whose')}
          value={whose}
          onChange={setWhose}
          options={[
            { id: 'everyone', label: t('everyones') },
            ...coders.map(({ id, name }) => ({ id: id as string, label: name })),
          ]}
        />
        <Select
          label={t('which')}
          value={codes === null ? 'all' : 'some'}
          onChange={(which) => setCodes(which === 'all' ? null : [])}
          options={[
            { id: 'all', label: t('allCodes') },
            { id: 'some', label: t('someCodes') },
          ]}
        />
      </div>
      {codes !== null && <CodeChoice chosen={codes} onChange={setCodes} />}
      <fieldset className="fieldset">
        <legend className="field-label">{t('with')}</legend>
        <div className="row coded-with">
          {(['speakers', 'stamps', 'memos'] as const).map((part) => (
            <Checkbox
              key={part}
              isSelected={shown[part]}
              onChange={(isShown) => setShown({ ...shown, [part]: isShown })}
            >
              {t(part)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <output className="callout callout-warning coded-holds">
        <Quote size={16} aria-hidden />
        <span className="grow">
          {error !== null
            ? failureSentence(error, language)
            : value === null
              ? t('working')
              : `${t('holds', { contains: value.contains })} ${t('words')}`}
        </span>
      </output>
      <WorkProgress name="codedTranscripts.files" />
    </Dialog>
  )
}

interface CodeChoiceProps {
  readonly chosen: readonly CodeId[]
  readonly onChange: (codes: readonly CodeId[]) => void
}

function CodeChoice({ chosen, onChange }: CodeChoiceProps) {
  const { t } = useTranslation('codedTranscript')
  const coderId = useSession((session) => session.coderId)
  const { value } = useRead('codes.list', coderId === null ? null : { coderId })
  const codebook = codebookOf(value ?? [])
  const listed = (value ?? [])
    .map(({ id, colour }) => ({ id, colour, path: pathOf(codebook, id).join(PATH_SEPARATOR) }))
    .toSorted((a, b) => compareNames(a.path, b.path))
  return (
    <fieldset className="coded-codes">
      <legend className="visually-hidden">{t('codes')}</legend>
      {listed.map(({ id, colour, path }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          <span className={`swatch code-colour-${colour}`} aria-hidden /> {path}
        </Checkbox>
      ))}
    </fieldset>
  )
}

/** Hands the file to the browser's downloads. */
function download({ name, bytes }: FilePayload): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the file after this task; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
