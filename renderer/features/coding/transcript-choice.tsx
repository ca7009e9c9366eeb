import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ListedTranscript } from '../../../app/contract/transcripts.ts'
import { IconButton } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { useFormat } from '../../i18n/format.ts'
import { navigate } from '../../navigation.ts'

export interface TranscriptChoiceProps {
  readonly transcripts: readonly ListedTranscript[]
  readonly chosen: ListedTranscript
}

/** Which transcript is open, and the ones before and after it. */
export function TranscriptChoice({ transcripts, chosen }: TranscriptChoiceProps) {
  const { t } = useTranslation('coding')
  const format = useFormat()
  const at = transcripts.indexOf(chosen)
  const step = (label: string, icon: typeof ChevronLeft, target: ListedTranscript | undefined) => {
    const Icon = icon
    return (
      <IconButton
        label={label}
        icon={<Icon aria-hidden />}
        isDisabled={target === undefined}
        onPress={() => target !== undefined && navigate('coding', target.id)}
      />
    )
  }
  return (
    <div className="coding-transcript-choice">
      {step(t('previousTranscript'), ChevronLeft, transcripts[at - 1])}
      <Select
        label={t('transcript')}
        hideLabel
        className="coding-transcript-select"
        value={chosen.id}
        options={transcripts.map(({ id, name, turns }) => ({
          id,
          label: name,
          description: t('turns', { count: turns, formatted: format.number(turns) }),
        }))}
        onChange={(id) => navigate('coding', id)}
      />
      {step(t('nextTranscript'), ChevronRight, transcripts[at + 1])}
    </div>
  )
}
