import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function TranscriptsView() {
  const { t } = useTranslation('transcripts')
  return <Page title={t('title')}>{null}</Page>
}
