import { useTranslation } from 'react-i18next'
import { Page } from '../../components/page.tsx'

export default function SearchView() {
  const { t } = useTranslation('search')
  return <Page title={t('title')}>{null}</Page>
}
