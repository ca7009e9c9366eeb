import { useTranslation } from 'react-i18next'
import { hashOf } from '../../navigation.ts'
import { useRead } from '../../use-read.ts'

/** The way to the transcript of the interview's name, where the study has one. */
export function TranscriptLink({ interview }: { readonly interview: string }) {
  const { t } = useTranslation('catalog')
  const { value } = useRead('transcripts.list', {})
  const transcript = value?.find(({ name }) => name === interview)
  if (transcript === undefined) return null
  return <a href={hashOf('coding', transcript.id)}>{t('detail.open')}</a>
}
