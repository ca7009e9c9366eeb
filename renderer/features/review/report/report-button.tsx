import { Download, FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedRound } from '../../../../app/contract/review.ts'
import type { ReviewReportFormat } from '../../../../app/contract/review-report.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { download, zipOf } from '../../../components/download.ts'
import { WorkProgress } from '../../../components/work-progress.tsx'
import { useLanguage } from '../../../i18n/i18n.ts'
import { announce, ask, useSession } from '../../../session.ts'

const FORMATS: readonly ReviewReportFormat[] = ['md', 'html', 'csv', 'tex']

/** The report of a review, as files; what they hold is said before they are written. */
export function ReportButton({
  round,
  variant = 'default',
}: {
  readonly round: ReviewedRound
  readonly variant?: 'default' | 'primary'
}) {
  const { t } = useTranslation('review')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} icon={<FileText aria-hidden />} onPress={() => setOpen(true)}>
        {t('report.button')}
      </Button>
      {isOpen && <ReportDialog round={round} onClose={() => setOpen(false)} />}
    </>
  )
}

function ReportDialog({ round, onClose }: { readonly round: ReviewedRound; readonly onClose: () => void }) {
  const { t } = useTranslation('review')
  const language = useLanguage()
  const coderId = useSession((session) => session.coderId)
  const open = round.tally?.open ?? 0
  const write = async (format: ReviewReportFormat) => {
    const files = await ask('review.files', {
      roundId: round.roundId,
      ...(coderId !== null && { coderId }),
      formats: [format],
      language,
    })
    const [only, ...more] = files ?? []
    if (files === null || only === undefined) return
    const whole = more.length === 0 ? only : { name: `review-${format}.zip`, bytes: zipOf(files) }
    download(whole)
    announce(t('report.saved', { name: whole.name }))
  }
  return (
    <Dialog title={t('report.title', { name: round.name })} isOpen onClose={onClose}>
      <p>{t('report.contains')}</p>
      <p className="muted">{t('report.quotes')}</p>
      {open > 0 && <p className="callout">{t('report.open', { count: open })}</p>}
      <ul className="review-formats">
        {FORMATS.map((format) => (
          <li key={format}>
            <Button icon={<Download aria-hidden />} onPress={() => void write(format)}>
              {t(`report.formats.${format}`)}
            </Button>
            <span className="muted small">{t(`report.uses.${format}`)}</span>
          </li>
        ))}
      </ul>
      <WorkProgress name="review.files" />
    </Dialog>
  )
}
