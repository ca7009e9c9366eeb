import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function AgreementView() {
  const { t } = useTranslation('agreement')
  return <Page title={t('title')}>{null}</Page>
}
