import './transcripts.css'
import { FileText, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asId } from '../../../domain/ids.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { catchFocus } from '../../focus.ts'
import { navigate, useRoute } from '../../navigation.ts'
import { useRead } from '../../use-read.ts'
import { CodedTranscriptDialog } from './coded/coded-transcript-dialog.tsx'
import { CodingImportDialog } from './coding-import-dialog.tsx'
import { ParticipantsPane } from './participants/participants-pane.tsx'
import { CorrectionView } from './correction/correction-view.tsx'
import { TranscriptImportDialog } from './transcript-import-dialog.tsx'
import { TranscriptTable } from './transcript-table.tsx'

/** The Transcripts screen: `#/transcripts`, `#/transcripts/ID/correct`, `#/transcripts/ID/correct/TURN`, `#/transcripts/ID/file`, `#/transcripts/ID/file/coding`; `#/transcripts/import`, `#/transcripts/import/codings`. */
export default function TranscriptsView() {
  const { args } = useRoute()
  const [id, work, turn] = args
  if (id !== undefined && work === 'correct') {
    return <CorrectionView key={id} id={asId(id)} turn={/^\d+$/.test(turn ?? '') ? Number(turn) : null} />
  }
  return <TranscriptsList writing={work === 'file' ? (id ?? null) : null} />
}

/** The interviews of the study, and the ways in for interviews and for codings made elsewhere. */
function TranscriptsList({ writing }: { readonly writing: string | null }) {
  const { t } = useTranslation('transcripts')
  const { args } = useRoute()
  const { value: transcripts } = useRead('transcripts.list', {})
  const [opened, setImporting] = useState<'transcripts' | 'codings' | null>(null)
  const asked = args[0] !== 'import' ? null : args[1] === 'codings' ? 'codings' : 'transcripts'
  const importing = opened ?? asked
  const close = () => {
    setImporting(null)
    if (asked !== null) {
      navigate('transcripts')
      // It was not opened by a button of this screen, which could have the focus back.
      catchFocus(['#page-heading'])
    }
  }
  const written = transcripts?.find(({ id }) => id === writing)
  /** Back to where one came from. */
  const leave = () => (args[2] === 'coding' && writing !== null ? navigate('coding', writing) : navigate('transcripts'))
  const buttons = (
    <>
      <Button onPress={() => setImporting('codings')}>{t('importCodings')}</Button>
      <Button variant="primary" icon={<Upload aria-hidden />} onPress={() => setImporting('transcripts')}>
        {t('import')}
      </Button>
    </>
  )
  const isEmpty = transcripts?.length === 0
  const list = isEmpty ? (
    <EmptyState icon={<FileText aria-hidden />} title={t('none')} actions={buttons}>
      {t('noneAdvice')}
    </EmptyState>
  ) : (
    transcripts !== null && <TranscriptTable transcripts={transcripts} />
  )
  return (
    <Page
      title={t('title')}
      {...(transcripts !== null && !isEmpty && { description: t('description', { count: transcripts.length }) })}
      {...(!isEmpty && { actions: buttons })}
    >
      <Tabs
        label={t('title')}
        selected={args[0] === 'participants' ? 'participants' : 'transcripts'}
        onSelect={(id) => navigate('transcripts', id)}
        tabs={[
          { id: 'transcripts', title: t('title'), content: list },
          { id: 'participants', title: t('participants'), content: <ParticipantsPane /> },
        ]}
      />
      {importing === 'transcripts' && <TranscriptImportDialog known={transcripts ?? []} onClose={close} />}
      {written !== undefined && <CodedTranscriptDialog transcript={written} onClose={leave} />}
      {importing === 'codings' && <CodingImportDialog onClose={close} />}
    </Page>
  )
}
