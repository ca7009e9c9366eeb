import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function SurveyView() {
  const { t } = useTranslation('survey')
  return <Page title={t('title')}>{null}</Page>
}
