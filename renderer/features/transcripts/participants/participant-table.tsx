import { NotebookPen, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedParticipant } from '../../../../app/contract/participants.ts'
import type { ListedTranscript } from '../../../../app/contract/transcripts.ts'
import { attributeNames, attributeValue, STANDARD_ATTRIBUTES } from '../../../../domain/participant.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { OptionalText } from '../../../components/optional-text.tsx'
import { Table, type Column } from '../../../components/table.tsx'
import { compareNames } from '../../../name-order.ts'
import { writeMemo } from '../../../memo-request.ts'
import { announce, ask, useSession } from '../../../session.ts'

interface ParticipantTableProps {
  readonly participants: readonly ListedParticipant[]
  readonly transcripts: readonly ListedTranscript[]
  readonly onEdit: (participant: ListedParticipant) => void
}

export function ParticipantTable({ participants, transcripts, onEdit }: ParticipantTableProps) {
  const { t } = useTranslation('participants')
  const coderId = useSession((session) => session.coderId)
  const count = ({ pseudonym }: ListedParticipant) =>
    transcripts.filter(({ participant }) => participant === pseudonym).length
  const remove = async ({ id, pseudonym }: ListedParticipant) => {
    const removed = await ask('participants.remove', { id, ...(coderId !== null && { coderId }) })
    if (removed !== null) announce(t('removed', { name: pseudonym }), { canUndo: coderId !== null })
  }
  const attributeColumn = (name: string): Column<ListedParticipant> => {
    const standard = STANDARD_ATTRIBUTES.find((one) => one === name)
    return {
      id: `attribute:${name}`,
      title: standard === undefined ? name : t(`attributes.${standard}`),
      align: standard === 'years' ? 'end' : 'start',
      compare: (a, b) => compareNames(attributeValue(a, name), attributeValue(b, name)),
      renderCell: (row) => <OptionalText text={attributeValue(row, name)} absent={t('notNoted')} />,
    }
  }
  const columns: readonly Column<ListedParticipant>[] = [
    {
      id: 'pseudonym',
      title: t('pseudonym'),
      isRowHeader: true,
      compare: (a, b) => compareNames(a.pseudonym, b.pseudonym),
      renderCell: (row) => (
        <Button variant="link" isRowAction onPress={() => onEdit(row)}>
          {row.pseudonym}
        </Button>
      ),
    },
    ...attributeNames(participants).map(attributeColumn),
    {
      id: 'transcripts',
      title: t('transcripts'),
      align: 'end',
      compare: (a, b) => count(a) - count(b),
      renderCell: count,
    },
    {
      id: 'actions',
      title: t('actions'),
      hideTitle: true,
      align: 'end',
      renderCell: (row) => (
        <span className="row-actions">
          <IconButton
            label={t('memo', { name: row.pseudonym })}
            icon={<NotebookPen aria-hidden />}
            onPress={() => writeMemo({ kind: 'participant', id: row.id })}
          />
          <IconButton
            label={t('remove', { name: row.pseudonym })}
            icon={<Trash2 aria-hidden />}
            onPress={() => void remove(row)}
          />
        </span>
      ),
    },
  ]
  return (
    <Table
      label={t('title')}
      rows={participants}
      rowKey={(row) => row.id}
      columns={columns}
      initialSort={{ column: 'pseudonym' }}
      onOpen={onEdit}
    />
  )
}
