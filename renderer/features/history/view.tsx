import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function HistoryView() {
  const { t } = useTranslation('history')
  return <Page title={t('title')}>{null}</Page>
}
