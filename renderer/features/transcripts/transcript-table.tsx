import { FileOutput, NotebookPen, Pencil, SpellCheck, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedTranscript } from '../../../app/contract/transcripts.ts'
import type { TranscriptId } from '../../../domain/ids.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { OptionalText } from '../../components/optional-text.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'
import { compareNames } from '../../name-order.ts'
import { writeMemo } from '../../memo-request.ts'
import { navigate } from '../../navigation.ts'
import { announce, ask, useSession } from '../../session.ts'
import { approachTranscript, readTranscriptsWhileIdle } from '../../transcript-ahead.ts'
import { DetailsDialog } from './details-dialog.tsx'

export function TranscriptTable({ transcripts }: { readonly transcripts: readonly ListedTranscript[] }) {
  const { t } = useTranslation('transcripts')
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const [renaming, setRenaming] = useState<ListedTranscript | null>(null)
  useEffect(() => readTranscriptsWhileIdle(slowToOpen(transcripts)), [transcripts])
  const remove = async ({ id, name }: ListedTranscript) => {
    const removed = await ask('transcripts.remove', { id, ...(coderId !== null && { coderId }) })
    if (removed !== null) announce(t('removed', { name }), { canUndo: coderId !== null })
  }
  const textColumn = (id: 'participant' | 'role' | 'organization'): Column<ListedTranscript> => ({
    id,
    title: t(`columns.${id}`),
    compare: (a, b) => compareNames(a[id], b[id]),
    renderCell: (row) => <OptionalText text={row[id]} absent={t('unknown')} />,
  })
  const numberColumn = (id: 'turns' | 'words'): Column<ListedTranscript> => ({
    id,
    title: t(`columns.${id}`),
    align: 'end',
    compare: (a, b) => a[id] - b[id],
    renderCell: (row) => format.number(row[id]),
  })
  const columns: readonly Column<ListedTranscript>[] = [
    {
      id: 'name',
      title: t('columns.name'),
      isRowHeader: true,
      compare: (a, b) => compareNames(a.name, b.name),
      renderCell: (row) => (
        <Button variant="link" isRowAction onPress={() => navigate('coding', row.id)}>
          {row.name}
        </Button>
      ),
    },
    textColumn('participant'),
    textColumn('role'),
    textColumn('organization'),
    {
      id: 'language',
      title: t('columns.language'),
      compare: (a, b) => compareNames(a.language, b.language),
      renderCell: (row) => (
        <OptionalText text={row.language && format.languageName(row.language)} absent={t('unknown')} />
      ),
    },
    numberColumn('turns'),
    numberColumn('words'),
    {
      id: 'actions',
      title: t('columns.actions'),
      hideTitle: true,
      align: 'end',
      renderCell: (row) => (
        <span className="row-actions">
          <IconButton
            label={t('details', { name: row.name })}
            icon={<Pencil aria-hidden />}
            onPress={() => setRenaming(row)}
          />
          <IconButton
            label={t('correct', { name: row.name })}
            icon={<SpellCheck aria-hidden />}
            onPress={() => navigate('transcripts', row.id, 'correct')}
          />
          <IconButton
            label={t('write', { name: row.name })}
            icon={<FileOutput aria-hidden />}
            onPress={() => navigate('transcripts', row.id, 'file')}
          />
          <IconButton
            label={t('memo', { name: row.name })}
            icon={<NotebookPen aria-hidden />}
            onPress={() => writeMemo({ kind: 'transcript', id: row.id })}
          />
          <IconButton
            label={t('remove', { name: row.name })}
            icon={<Trash2 aria-hidden />}
            onPress={() => void remove(row)}
          />
        </span>
      ),
    },
  ]
  return (
    <>
      <Table
        label={t('title')}
        rows={transcripts}
        rowKey={(row) => row.id}
        columns={columns}
        initialSort={{ column: 'name' }}
        onOpen={(row) => navigate('coding', row.id)}
        onApproach={({ id }) => approachTranscript(id)}
      />
      {renaming !== null && <DetailsDialog transcript={renaming} onClose={() => setRenaming(null)} />}
    </>
  )
}

/** Transcripts of so many words take a moment to be read. */
const LONG = 20_000
const MOST_LONG = 4

function slowToOpen(transcripts: readonly ListedTranscript[]): readonly TranscriptId[] {
  const long = transcripts.filter(({ words }) => words >= LONG).toSorted((a, b) => b.words - a.words)
  return long.slice(0, MOST_LONG).map(({ id }) => id)
}
