import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Coder } from '../../../domain/coding.ts'
import { Button } from '../../components/button.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { announce, ask, codeAs, useSession } from '../../session.ts'

interface CodersProps {
  readonly isAdding: boolean
  readonly onAdding: (isAdding: boolean) => void
}

export function Coders({ isAdding, onAdding }: CodersProps) {
  const { t } = useTranslation('study')
  const coders = useSession((session) => session.coders)
  const coderId = useSession((session) => session.coderId)
  return (
    <section className="stack" aria-labelledby="study-coders">
      <div className="row row-between">
        <h2 id="study-coders">{t('people.heading')}</h2>
        <Button icon={<Plus aria-hidden />} onPress={() => onAdding(true)}>
          {t('people.add')}
        </Button>
      </div>
      {coders.length === 0 ? (
        <p className="muted">{t('people.none')}</p>
      ) : (
        <ul className="study-list">
          {coders.map(({ id, name, kind }) => (
            <li key={id}>
              <span className="grow">
                {name} {id === coderId && <span className="muted">({t('people.you')})</span>}
              </span>
              <span className="tag">{t(`people.${kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <CoderDialog isOpen={isAdding} onClose={() => onAdding(false)} />
    </section>
  )
}

function CoderDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('study')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Coder['kind']>('coder')
  const add = async () => {
    const { coderId } = useSession.getState()
    const coder = await ask('coders.create', { name: name.trim(), kind, ...(coderId !== null && { coderId }) })
    if (coder === null) return
    announce(t('people.added', { name: coder.name }), { canUndo: coderId !== null })
    setName('')
    onClose()
    if (useSession.getState().coders.length === 1) await codeAs(coder.id)
  }
  return (
    <FormDialog
      title={t('people.add')}
      isOpen={isOpen}
      submit={t('people.add')}
      isReady={name.trim() !== ''}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <TextField label={t('people.name')} hint={t('people.nameHint')} value={name} onChange={setName} takesFocus />
      <Select
        label={t('people.kind')}
        value={kind}
        onChange={setKind}
        options={[
          { id: 'coder', label: t('people.coder'), description: t('people.coderHint') },
          { id: 'moderator', label: t('people.moderator'), description: t('people.moderatorHint') },
        ]}
      />
    </FormDialog>
  )
}
