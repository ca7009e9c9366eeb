import { useTranslation } from 'react-i18next'
import { LANGUAGES, setLanguage } from '../i18n/i18n.ts'
import { stepName } from '../i18n/procedure-name.ts'
import { writeMemo } from '../memo-request.ts'
import { FURTHER_SCREENS, navigate, SCREEN_SHORTCUTS, SCREENS, type Screen } from '../navigation.ts'
import { chooseStudy, codeAs, useSession, workInRound } from '../session.ts'
import { setTheme, THEMES } from '../theme/theme.ts'
import { redoAndSay, undoAndSay } from './history.ts'

export interface Command {
  readonly id: string
  readonly name: string
  readonly shortcut?: string
  readonly run: () => void
}

/** What can be gone to or done from anywhere, in the order in which it is offered. */
export function useCommands(): readonly Command[] {
  const places = usePlaces()
  const imports = useImports()
  const { t } = useTranslation()
  const history = useSession((session) => session.history)
  const coders = useSession((session) => session.coders)
  const rounds = useSession((session) => session.rounds)
  const screens = SCREENS.map((screen) => ({
    id: screen,
    name: t(`screens.${screen}`),
    shortcut: SCREEN_SHORTCUTS[screen],
    run: () => navigate(screen),
  }))
  const further = FURTHER_SCREENS.map((screen) => ({
    id: screen,
    name: t(`screens.${screen}`),
    run: () => navigate(screen),
  }))
  const undoing = history.undo && {
    id: 'undo',
    name: t('frame.undoAction', { action: stepName(t, history.undo) }),
    shortcut: 'Mod+Z',
    run: () => void undoAndSay(t),
  }
  const redoing = history.redo && {
    id: 'redo',
    name: t('frame.redoAction', { action: stepName(t, history.redo) }),
    shortcut: 'Mod+Shift+Z',
    run: () => void redoAndSay(t),
  }
  const people = coders.map(({ id, name }) => ({
    id,
    name: t('frame.choice', { of: t('frame.codingAs'), chosen: name }),
    run: () => void codeAs(id),
  }))
  const working = rounds.map(({ id, name }) => ({
    id,
    name: t('frame.choice', { of: t('frame.round'), chosen: name }),
    run: () => workInRound(id),
  }))
  const themes = THEMES.map((theme) => ({
    id: `theme-${theme}`,
    name: t('frame.choice', { of: t('frame.theme'), chosen: t(`frame.${theme}`) }),
    run: () => setTheme(theme),
  }))
  const languages = LANGUAGES.map((language) => ({
    id: `language-${language}`,
    name: language === 'en' ? 'Language: English' : 'Langue : français',
    run: () => void setLanguage(language),
  }))
  const memo =
    coders.length === 0 ? [] : [{ id: 'new-memo', name: t('frame.newMemo'), run: () => writeMemo({ kind: 'study' }) }]
  const studies = [
    { id: 'switch-study', name: t('frame.switchStudy'), run: () => chooseStudy('open') },
    { id: 'new-study', name: t('frame.newStudy'), run: () => chooseStudy('new') },
  ]
  return [
    ...screens,
    ...further,
    ...[undoing, redoing].filter((one) => one !== null),
    ...memo,
    ...imports,
    ...places,
    ...people,
    ...working,
    ...studies,
    ...themes,
    ...languages,
  ]
}

/** The tabs of the screens. */
function usePlaces(): readonly Command[] {
  const { t } = useTranslation()
  const { t: transcripts } = useTranslation('transcripts')
  const { t: codebook } = useTranslation('codebook')
  const { t: comparison } = useTranslation('comparison')
  const { t: search } = useTranslation('search')
  const { t: catalog } = useTranslation('catalog')
  const matrix = (name: string) => t('frame.choice', { of: codebook('panes.matrices'), chosen: name })
  return [
    placeOf('transcripts', [transcripts('participants'), 'participants']),
    placeOf('codebook', [codebook('panes.comparison'), 'comparison']),
    placeOf('codebook', [matrix(comparison('matrices.coOccurrence')), 'matrices', 'co-occurrence']),
    placeOf('codebook', [matrix(comparison('matrices.byAttribute')), 'matrices', 'attributes']),
    placeOf('codebook', [codebook('panes.versions'), 'versions']),
    placeOf('search', [search('panes.autoCoding'), 'auto-coding']),
    placeOf('catalog', [catalog('tabs.issues'), 'issues']),
    placeOf('catalog', [catalog('tabs.quotes'), 'quotes']),
  ].map(({ screen, name, args }) => ({
    id: ['tab', screen, ...args].join('-'),
    name: t('frame.choice', { of: t(`screens.${screen}`), chosen: name }),
    run: () => navigate(screen, ...args),
  }))
}

function placeOf(screen: Screen, [name, ...args]: readonly [string, ...string[]]) {
  return { screen, name, args }
}

/** The ways in, for what was made elsewhere; and for a coder. */
function useImports(): readonly Command[] {
  const { t: transcripts } = useTranslation('transcripts')
  const { t: versions } = useTranslation('versions')
  const { t: catalog } = useTranslation('catalog')
  const { t: survey } = useTranslation('survey')
  const { t } = useTranslation()
  return [
    { id: 'import-transcripts', name: transcripts('import'), run: () => navigate('transcripts', 'import') },
    {
      id: 'import-codings',
      name: transcripts('importCodings'),
      run: () => navigate('transcripts', 'import', 'codings'),
    },
    { id: 'import-codes', name: versions('import'), run: () => navigate('codebook', 'versions', 'import') },
    {
      id: 'import-mismatches',
      name: catalog('import.mismatches'),
      run: () => navigate('catalog', 'import', 'mismatches'),
    },
    { id: 'import-issues', name: catalog('import.issues'), run: () => navigate('catalog', 'import', 'issues') },
    { id: 'import-survey', name: survey('import.title'), run: () => navigate('survey', 'import') },
    { id: 'add-coder', name: t('frame.addCoder'), run: () => navigate('study', 'coders') },
  ]
}
