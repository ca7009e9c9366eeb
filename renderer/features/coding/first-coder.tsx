import { UserPlus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { TextField } from '../../components/text-field.tsx'
import { catchFocus } from '../../focus.ts'
import { ask, codeAs, useSession } from '../../session.ts'
import { TO_TRANSCRIPTS } from './focus.ts'

/** Nobody codes here yet: asks for a name, and begins the first round where there is none. */
export function FirstCoder() {
  const { t } = useTranslation('coding')
  const [name, setName] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const coder = await ask('coders.create', { name, kind: 'coder' })
    if (coder === null) return
    await codeAs(coder.id)
    if (useSession.getState().rounds.length === 0) await startRound(t('firstRound'))
    goOn()
  }
  const form = (
    <form className="coding-first" onSubmit={(event) => void submit(event)}>
      <TextField label={t('yourName')} value={name} onChange={setName} className="grow" />
      <Button variant="primary" type="submit" isDisabled={name.trim() === ''}>
        {t('startCoding')}
      </Button>
    </form>
  )
  return (
    <EmptyState icon={<UserPlus aria-hidden />} title={t('noCoder')} actions={form}>
      {t('noCoderAdvice')}
    </EmptyState>
  )
}

/** A coder, but no round to code in. */
export function FirstRound() {
  const { t } = useTranslation('coding')
  return (
    <EmptyState
      title={t('noRound')}
      actions={
        <Button variant="primary" onPress={() => void startRound(t('firstRound')).then(goOn)}>
          {t('startRound')}
        </Button>
      }
    >
      {t('noRoundAdvice')}
    </EmptyState>
  )
}

async function startRound(name: string): Promise<void> {
  const { coderId } = useSession.getState()
  await ask('rounds.create', { name, kind: 'independent', ...(coderId !== null && { coderId }) })
}

/** The keyboard goes to what comes next: a transcript takes it by itself, and where there is none, the way to some has it. */
function goOn(): void {
  catchFocus([`.${TO_TRANSCRIPTS}`])
}
