import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function CatalogView() {
  const { t } = useTranslation('catalog')
  return <Page title={t('title')}>{null}</Page>
}
