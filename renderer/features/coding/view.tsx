import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function CodingView() {
  const { t } = useTranslation('coding')
  return <Page title={t('title')}>{null}</Page>
}
