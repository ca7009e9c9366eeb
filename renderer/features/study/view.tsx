import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function StudyView() {
  const { t } = useTranslation('study')
  return <Page title={t('title')}>{null}</Page>
}
