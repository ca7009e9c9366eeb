import { Download, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedVersion } from '../../../../app/contract/versions.ts'
import { Button, IconButton } from '../../../components/button.tsx'
import { Table, type Column } from '../../../components/table.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { announce, ask, useSession } from '../../../session.ts'
import { countsText, NOW, sidesOfVersion, type Sides } from './side.ts'

interface VersionTableProps {
  /** Newest first. */
  readonly versions: readonly ListedVersion[]
  /** How many codes there are now. */
  readonly codes: number
  readonly sinceLast: ListedVersion['changes']
  readonly onCompare: (sides: Sides) => void
  /** Null: the codebook as it is now. */
  readonly onExport: (version: ListedVersion | null) => void
  readonly onRename: (version: ListedVersion) => void
}

interface Row {
  readonly version: ListedVersion | null
  readonly codes: number
  readonly changes: ListedVersion['changes']
}

/** The codebook as it is now, then its versions, newest first; a press shows what changed in one. */
export function VersionTable({ versions, codes, sinceLast, onCompare, onExport, onRename }: VersionTableProps) {
  const { t } = useTranslation('versions')
  const format = useFormat()
  const coderId = useSession((session) => session.coderId)
  const rows: readonly Row[] = [
    { version: null, codes, changes: sinceLast },
    ...versions.map((version) => ({ version, codes: version.codes, changes: version.changes })),
  ]
  const open = ({ version }: Row) => {
    const [newest] = versions
    if (version !== null) onCompare(sidesOfVersion(version, versions))
    else if (newest !== undefined) onCompare({ before: newest.id, after: NOW })
  }
  const remove = async ({ id, name }: ListedVersion) => {
    const done = await ask('versions.remove', { id, ...(coderId !== null && { coderId }) })
    if (done !== null) announce(t('removed', { name }), { canUndo: true })
  }
  const nameOf = ({ version }: Row) => version?.name ?? t('now')
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      title: t('columns.name'),
      isRowHeader: true,
      renderCell: (row) => (
        <>
          <Button
            variant="link"
            isRowAction
            label={t('actions.compare', { name: nameOf(row) })}
            onPress={() => open(row)}
          >
            {nameOf(row)}
          </Button>
          {row.version !== null && row.version.note !== '' && (
            <p className="muted small versions-note">{row.version.note}</p>
          )}
        </>
      ),
    },
    {
      id: 'when',
      title: t('columns.when'),
      renderCell: ({ version }) =>
        version !== null && <span className="versions-whole">{format.dateTime(version.namedAt)}</span>,
    },
    {
      id: 'who',
      title: t('columns.who'),
      renderCell: ({ version }) =>
        version !== null && <span className="versions-whole">{version.coder ?? t('byNobody')}</span>,
    },
    { id: 'codes', title: t('columns.codes'), align: 'end', renderCell: (row) => format.number(row.codes) },
    {
      id: 'changes',
      title: t('columns.changes'),
      renderCell: ({ changes }) => (
        <span className="muted">{changes === null ? t('first') : countsText(t, changes)}</span>
      ),
    },
    {
      id: 'actions',
      title: t('columns.actions'),
      hideTitle: true,
      align: 'end',
      renderCell: (row) => {
        const { version } = row
        const name = nameOf(row)
        return (
          <span className="row-actions">
            <IconButton
              label={t('actions.export', { name })}
              icon={<Download aria-hidden />}
              onPress={() => onExport(version)}
            />
            {version !== null && (
              <>
                <IconButton
                  label={t('actions.rename', { name })}
                  icon={<Pencil aria-hidden />}
                  onPress={() => onRename(version)}
                />
                <IconButton
                  label={t('actions.remove', { name })}
                  icon={<Trash2 aria-hidden />}
                  onPress={() => void remove(version)}
                />
              </>
            )}
          </span>
        )
      },
    },
  ]
  return (
    <Table label={t('list')} rows={rows} rowKey={({ version }) => version?.id ?? NOW} columns={columns} onOpen={open} />
  )
}
