import { useTranslation } from 'react-i18next'
import type { CodingImport } from '../../../app/contract/codings.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Table, type Column } from '../../components/table.tsx'
import { useFormat } from '../../i18n/format.ts'

type Pass = CodingImport['passes'][number]

interface CodingImportReportProps {
  readonly report: CodingImport
  readonly onClose: () => void
}

/** What an import of codings matched, approximated, created, left out, and could not match: the last in full. */
export function CodingImportReport({ report, onClose }: CodingImportReportProps) {
  const { t } = useTranslation('transcripts')
  const { passes, createdCodes, unaligned } = report
  return (
    <Dialog
      title={t('codings.title')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('report.done')}
        </Button>
      }
    >
      <Passes passes={passes} />
      {unaligned.length === 0 ? (
        <p>{t('codings.allAligned')}</p>
      ) : (
        <section className="stack" aria-labelledby="unaligned-turns">
          <div className="callout callout-warning">
            <div className="stack-tight">
              <h3 id="unaligned-turns">{t('codings.unaligned', { count: unaligned.length })}</h3>
              <p>{t('codings.unalignedExplain')}</p>
            </div>
          </div>
          <ol className="unaligned-turns">
            {unaligned.map((turn) => (
              <li key={`${turn.transcript} ${turn.coder} ${turn.round} ${turn.number}`}>
                <p className="muted small">
                  {[turn.transcript, turn.coder, turn.round, t('codings.turn', { number: turn.number }), turn.speaker]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </p>
                <p className="reading">{turn.text}</p>
                <p className="row">
                  {turn.codes.length === 0 && <span className="muted small">{t('codings.noCodes')}</span>}
                  {turn.codes.map((code) => (
                    <span key={code} className="tag">
                      {code}
                    </span>
                  ))}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {createdCodes.length > 0 && (
        <section className="stack" aria-labelledby="created-codes">
          <h3 id="created-codes">{t('codings.createdCodes', { count: createdCodes.length })}</h3>
          <p className="row">
            {createdCodes.map((code) => (
              <span key={code} className="tag">
                {code}
              </span>
            ))}
          </p>
        </section>
      )}
    </Dialog>
  )
}

function Passes({ passes }: { readonly passes: readonly Pass[] }) {
  const { t } = useTranslation('transcripts')
  const format = useFormat()
  const number = (id: 'turns' | 'matched' | 'approximate'): Column<Pass> => ({
    id,
    title: t(`codings.${id}`),
    align: 'end',
    renderCell: (pass) => format.number(pass[id]),
  })
  const columns: readonly Column<Pass>[] = [
    {
      id: 'transcript',
      title: t('codings.transcript'),
      isRowHeader: true,
      renderCell: (pass) => (
        <>
          {pass.transcript} {pass.created && <span className="tag">{t('codings.newTranscript')}</span>}
        </>
      ),
    },
    { id: 'coder', title: t('codings.coder'), renderCell: ({ coder }) => coder },
    { id: 'round', title: t('codings.round'), renderCell: ({ round }) => round },
    number('turns'),
    number('matched'),
    number('approximate'),
    {
      id: 'codings',
      title: t('codings.codings'),
      align: 'end',
      renderCell: (pass) =>
        pass.skipped ? <span className="muted">{t('codings.skipped')}</span> : format.number(pass.codings),
    },
  ]
  return (
    <Table
      label={t('codings.passes')}
      rows={passes}
      rowKey={({ file, transcript, coder, round }) => [file, transcript, coder, round].join(' ')}
      columns={columns}
      isCompact
    />
  )
}
