import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TAXONOMY_KEYS, type TaxonomyKey } from '../../../domain/taxonomy.ts'
import { slugOf } from '../../../domain/text/slug.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useFormat } from '../../i18n/format.ts'
import { announce, ask, enter, useSession } from '../../session.ts'

export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('workspace')
  const format = useFormat()
  const folder = useSession((session) => session.folder)
  const desktop = useSession((session) => session.desktop)
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const [coder, setCoder] = useState('')
  const [taxonomies, setTaxonomies] = useState<readonly TaxonomyKey[]>(['ml-mismatch'])
  const [isEncrypted, setEncrypted] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')

  const name = file ?? (title.trim() === '' ? '' : slugOf(title, 'study'))
  const differs = isEncrypted && again !== '' && again !== passphrase
  const isReady =
    title.trim() !== '' && name.trim() !== '' && (!isEncrypted || (passphrase !== '' && again === passphrase))
  const create = async () => {
    if (!isReady) return
    const created = await ask('workspace.create', {
      path: name.trim(),
      title: title.trim(),
      taxonomies: [...taxonomies],
      ...(coder.trim() !== '' && { coder: coder.trim() }),
      ...(isEncrypted && { passphrase }),
    })
    if (created === null) return
    await enter(created)
    const { info } = useSession.getState()
    if (info !== null) announce(t('created', { title: info.title, codes: t('codes', { count: info.codes }) }))
  }
  const choosePlace = async () => {
    const path = await desktop?.chooseNewStudy(slugOf(title, 'study'))
    if (path) setFile(path)
  }
  return (
    <FormDialog
      title={t('create')}
      submit={t('form.submit')}
      isReady={isReady}
      onSubmit={() => void create()}
      onClose={onClose}
    >
      <TextField
        label={t('form.title')}
        placeholder={t('form.titlePlaceholder')}
        value={title}
        onChange={setTitle}
        takesFocus
      />
      <div className="workspace-path">
        <TextField
          className="grow"
          label={t('form.file')}
          hint={t('form.fileHint', { folder })}
          value={name}
          onChange={setFile}
        />
        {desktop !== null && <Button onPress={() => void choosePlace()}>{t('form.choosePlace')}</Button>}
      </div>
      <TextField label={t('form.coder')} hint={t('form.coderHint')} value={coder} onChange={setCoder} />
      <fieldset className="workspace-fieldset">
        <legend className="field-label">{t('form.taxonomies')}</legend>
        <p className="field-hint">{t('form.taxonomiesHint')}</p>
        {TAXONOMY_KEYS.map((key) => (
          <Checkbox
            key={key}
            isSelected={taxonomies.includes(key)}
            onChange={(isSelected) =>
              setTaxonomies(isSelected ? [...taxonomies, key] : taxonomies.filter((one) => one !== key))
            }
          >
            {t(`taxonomy.${key}`)}
            <span className="option-description workspace-hint">{t(`taxonomy.${key}-hint`)}</span>
          </Checkbox>
        ))}
        <output className="small">
          {taxonomies.length === 0
            ? t('form.beginsEmpty')
            : t('form.beginsWith', { names: format.list(taxonomies.map((key) => t(`taxonomy.${key}`))) })}
        </output>
      </fieldset>
      <div className="stack">
        <Checkbox isSelected={isEncrypted} onChange={setEncrypted}>
          {t('form.encrypt')}
        </Checkbox>
        {isEncrypted && (
          <>
            <div className="grid-fields">
              <TextField label={t('form.passphrase')} type="password" value={passphrase} onChange={setPassphrase} />
              <TextField
                label={t('form.again')}
                type="password"
                value={again}
                onChange={setAgain}
                error={differs ? t('form.differ') : undefined}
              />
            </div>
            <p className="callout callout-warning workspace-warning">
              <TriangleAlert size={16} aria-hidden />
              <span className="grow">{t('form.warning')}</span>
            </p>
          </>
        )}
      </div>
    </FormDialog>
  )
}
