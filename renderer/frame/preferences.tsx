import { useTranslation } from 'react-i18next'
import { Select } from '../components/select.tsx'
import { LANGUAGES, setLanguage, useLanguage } from '../i18n/i18n.ts'
import { setTheme, THEMES, useTheme } from '../theme/theme.ts'

const LANGUAGE_NAMES = { en: 'English', fr: 'Français' }

/** Language and theme of the workbench. */
export function Preferences() {
  const { t } = useTranslation()
  const language = useLanguage()
  const theme = useTheme((state) => state.theme)
  return (
    <div className="preferences">
      <Select
        label={t('frame.language')}
        value={language}
        options={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        onChange={(chosen) => void setLanguage(chosen)}
      />
      <Select
        label={t('frame.theme')}
        value={theme}
        options={THEMES.map((id) => ({ id, label: t(`frame.${id}`) }))}
        onChange={setTheme}
      />
    </div>
  )
}
