import { useTranslation } from 'react-i18next'
import { STANDARD_ATTRIBUTES } from '../../../../domain/participant.ts'

/** What an attribute is called: the standard ones in the person's language, the study's own as they stand. */
export function useAttributeName(): (name: string) => string {
  const { t } = useTranslation('comparison')
  return (name) => {
    const standard = STANDARD_ATTRIBUTES.find((one) => one === name)
    return standard === undefined ? name : t(`attributes.${standard}`)
  }
}
