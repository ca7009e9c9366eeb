import './transcripts.css'
import { FileText, Upload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Page } from '../../components/page.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { navigate, useRoute } from '../../navigation.ts'
import { useRead } from '../../use-read.ts'
import { CodingImportDialog } from './coding-import-dialog.tsx'
import { ParticipantsPane } from './participants/participants-pane.tsx'
import { TranscriptImportDialog } from './transcript-import-dialog.tsx'
import { TranscriptTable } from './transcript-table.tsx'

/** The interviews of the study, and the ways in for interviews and for codings made elsewhere. */
export default function TranscriptsView() {
  const { t } = useTranslation('transcripts')
  const { args } = useRoute()
  const { value: transcripts } = useRead('transcripts.list', {})
  const [importing, setImporting] = useState<'transcripts' | 'codings' | null>(null)
  const close = () => setImporting(null)
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
      {importing === 'codings' && <CodingImportDialog onClose={close} />}
    </Page>
  )
}
