import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function ExportView() {
  const { t } = useTranslation('export')
  return <Page title={t('title')}>{null}</Page>
}
