import './correction.css'
import { FileText, FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadTranscript } from '../../../../app/contract/transcripts.ts'
import type { TranscriptId } from '../../../../domain/ids.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { FilePicker } from '../../../components/file-picker.tsx'
import { Page } from '../../../components/page.tsx'
import { TEXT_LIMIT_MB } from '../../../components/read-files.ts'
import { TextField } from '../../../components/text-field.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { navigate } from '../../../navigation.ts'
import { announce, ask, useCoder } from '../../../session.ts'
import { useRead } from '../../../use-read.ts'
import { correctionIn, keepDraft, keptDraft, keyOf, NO_DRAFT, withAnswer, withTurn, type Draft } from './draft.ts'
import { PreviewPane } from './preview-pane.tsx'
import { TurnList } from './turn-list.tsx'
import { usePreview } from './use-preview.ts'
import { WorkAway } from './work-away.tsx'

interface CorrectionViewProps {
  readonly id: TranscriptId
  /** The turn that someone came for from the Coding screen, and goes back to; null from the list of transcripts. */
  readonly turn: number | null
}

/** Correcting a transcript: `#/transcripts/ID/correct`, `#/transcripts/ID/correct/TURN`. */
export function CorrectionView({ id, turn }: CorrectionViewProps) {
  const { t } = useTranslation('correction')
  const coder = useCoder()
  const { value: transcript } = useRead('transcripts.read', { id })
  if (transcript === null) return <Page title={t('title')}>{null}</Page>
  if (coder === null) {
    const open = (
      <Button variant="primary" onPress={() => navigate('study')}>
        {t('toStudy')}
      </Button>
    )
    return (
      <Page title={t('titleOf', { name: transcript.name })}>
        <EmptyState icon={<FileText aria-hidden />} title={t('noCoder')} actions={open}>
          {t('noCoderAdvice')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Correction key={`${transcript.revisionId} ${turn ?? ''}`} transcript={transcript} turn={turn} coderId={coder.id} />
  )
}

interface CorrectionProps {
  readonly transcript: ReadTranscript
  readonly turn: number | null
  readonly coderId: NonNullable<ReturnType<typeof useCoder>>['id']
}

function Correction({ transcript, turn, coderId }: CorrectionProps) {
  const { t } = useTranslation('correction')
  const { t: common } = useTranslation()
  const [draft, setDraft] = useState<Draft>(() => keptDraft(transcript.revisionId))
  const [open, setOpen] = useState<number | null>(turn)
  const [isReplacing, setReplacing] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const previewed = usePreview(transcript, draft)
  const change = (next: Draft) => {
    setDraft(next)
    keepDraft(transcript.revisionId, next)
  }
  const leave = () => {
    keepDraft(transcript.revisionId, null)
    if (turn === null) navigate('transcripts')
    else navigate('coding', transcript.id, String(turn))
  }
  const asked = previewed.state === 'known' ? previewed.preview.asked : []
  const isReady =
    previewed.state === 'known' &&
    !previewed.preview.isForModerator &&
    asked.every((one) => draft.answers.has(keyOf(one))) &&
    !isSaving
  const save = async () => {
    const correction = correctionIn(draft)
    if (correction === null || !isReady) return
    setSaving(true)
    const answers = asked.flatMap((one) => draft.answers.get(keyOf(one)) ?? [])
    const { id, revisionId, name } = transcript
    const input = { transcriptId: id, revisionId, correction, answers, reason: draft.reason, coderId }
    const saved = await ask('corrections.apply', input)
    setSaving(false)
    if (saved === null) return
    leave()
    announce(t('saved', { name }), { canUndo: true })
  }
  return (
    <Page
      title={t('titleOf', { name: transcript.name })}
      isFilled
      actions={
        <>
          <Button icon={<FileUp aria-hidden />} onPress={() => setReplacing(true)}>
            {t('replace')}
          </Button>
          <Button onPress={leave}>{common('actions.cancel')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="correction">
        {draft.file === null ? (
          <TurnList
            transcript={transcript}
            draft={draft}
            open={open}
            onOpen={setOpen}
            onChange={(number, words) => change(withTurn(draft, transcript, number, words))}
          />
        ) : (
          <div className="correction-scroller">
            <EmptyState
              icon={<FileText aria-hidden />}
              title={t('fileChosen', { name: draft.file.name })}
              actions={<Button onPress={() => change({ ...NO_DRAFT, reason: draft.reason })}>{t('dropFile')}</Button>}
            >
              {t('fileAdvice')}
            </EmptyState>
          </div>
        )}
        <aside className="correction-pane" aria-label={t('preview')}>
          <WorkAway transcriptId={transcript.id} />
          <TextField
            label={t('reason')}
            hint={t('reasonHint')}
            value={draft.reason}
            onChange={(reason) => change({ ...draft, reason })}
          />
          <PreviewPane
            previewed={previewed}
            answers={draft.answers}
            onAnswer={(answer) => change(withAnswer(draft, answer))}
          />
          <Former transcript={transcript} />
        </aside>
      </div>
      {isReplacing && (
        <Dialog title={t('replaceTitle')} isOpen onClose={() => setReplacing(false)}>
          <p>{t('replaceAdvice')}</p>
          <FilePicker
            accept={['.txt']}
            limitMb={TEXT_LIMIT_MB}
            onFiles={([file]) => {
              if (file === undefined) return
              setReplacing(false)
              change({ ...NO_DRAFT, reason: draft.reason, file })
            }}
          />
        </Dialog>
      )}
    </Page>
  )
}

/** The corrections made before, newest first. */
function Former({ transcript }: { readonly transcript: ReadTranscript }) {
  const { t } = useTranslation('correction')
  const format = useFormat()
  const { value } = useRead('corrections.list', { transcriptId: transcript.id })
  if (value === null || value.length === 0) return null
  return (
    <section className="stack-tight" aria-labelledby="correction-former">
      <h2 id="correction-former">{t('former')}</h2>
      <ul className="stack-tight">
        {value.map(({ at, coder, reason }) => (
          <li key={at} className="small">
            <span className="muted">{[format.dateTime(at), ...(coder === null ? [] : [coder])].join(' · ')}</span>
            {reason !== '' && <div>{reason}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}
