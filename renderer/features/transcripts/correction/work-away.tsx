import { Package } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TranscriptId } from '../../../../domain/ids.ts'
import { Button } from '../../../components/button.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { navigate } from '../../../navigation.ts'
import { useRead } from '../../../use-read.ts'

const STANDINGS = ['out', 'waiting', 'received'] as const

/** Before anything is corrected: who works on these words elsewhere, and what a correction does to what they return. */
export function WorkAway({ transcriptId }: { readonly transcriptId: TranscriptId }) {
  const { t } = useTranslation('correction')
  const format = useFormat()
  const { value } = useRead('packets.away', { transcriptId })
  if (value === null || value.length === 0) return null
  const lines = STANDINGS.flatMap((standing) => {
    const coders = new Set(value.flatMap((one) => (one.standing === standing ? [one.coder] : [])))
    return coders.size === 0 ? [] : [t(`away.${standing}`, { count: coders.size, names: format.list([...coders]) })]
  })
  return (
    <section className="callout callout-warning correction-moderator" aria-label={t('away.label')}>
      <Package size={16} aria-hidden />
      <div className="grow stack-tight">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          <Button variant="link" onPress={() => navigate('packets')}>
            {t('away.toPackets')}
          </Button>
        </p>
      </div>
    </section>
  )
}
