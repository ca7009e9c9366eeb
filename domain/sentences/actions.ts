import { INCHANGEE, UNCHANGED, type Sentences } from './sentence.ts'

/** Failures of taking back, memos, rounds and who may do what. */
export const actionSentences = {
  'later-work-rests-on-it': {
    code: 'conflict',
    en: ['later work rests on "{action}"', UNCHANGED, 'take that later work back first'],
    fr: ['un travail plus récent repose sur « {action} »', INCHANGEE, 'annulez d’abord ce travail plus récent'],
  },
  'step-of-finished-round': {
    code: 'refused',
    en: [
      '“{action}” was done in {name} before it was opened, and agreement was measured on it',
      UNCHANGED,
      'put it right in the moderated round',
    ],
    fr: [
      '« {action} » a été fait dans {name} avant son ouverture, et l’accord a été mesuré dessus',
      INCHANGEE,
      'corrigez dans la passe de modération',
    ],
  },
  'action-not-own': {
    code: 'refused',
    en: ['that action is another person’s', UNCHANGED, 'ask them to take it back'],
    fr: ['cette action est celle d’une autre personne', INCHANGEE, 'demandez-lui de l’annuler'],
  },
  'action-final': {
    code: 'refused',
    en: [
      'that action is final: what it made known cannot be made unknown',
      UNCHANGED,
      'go on from how the study is now',
    ],
    fr: [
      'cette action est définitive : ce qu’elle a fait savoir ne peut plus être ignoré',
      INCHANGEE,
      'poursuivez à partir de l’état actuel de l’étude',
    ],
  },
  'action-taken-back': {
    code: 'conflict',
    en: ['that action was taken back already', UNCHANGED, 'undo its taking back if you want it again'],
    fr: ['cette action a déjà été annulée', INCHANGEE, 'annulez cette annulation si vous voulez la rétablir'],
  },
  'memo-empty': {
    code: 'invalid',
    en: ['a memo needs words', UNCHANGED, 'write some, or remove the memo'],
    fr: ['un mémo ne peut être vide', INCHANGEE, 'écrivez-y quelque chose ou retirez-le'],
  },
  'memo-not-own': {
    code: 'refused',
    en: ['that memo is another person’s', UNCHANGED, 'write one of your own about the same thing'],
    fr: ['ce mémo est celui d’une autre personne', INCHANGEE, 'écrivez le vôtre sur le même sujet'],
  },
  'nothing-to-undo': {
    code: 'conflict',
    en: ['there is nothing to undo', UNCHANGED, 'go on working'],
    fr: ['il n’y a rien à annuler', INCHANGEE, 'poursuivez votre travail'],
  },
  'nothing-to-redo': {
    code: 'conflict',
    en: ['there is nothing to redo', UNCHANGED, 'go on working'],
    fr: ['il n’y a rien à rétablir', INCHANGEE, 'poursuivez votre travail'],
  },
  'round-blind': {
    code: 'refused',
    en: ['{name} is still being coded blind', 'nothing was shown', 'ask the moderator to open the round'],
    fr: ['{name} est encore codée en aveugle', 'rien n’a été montré', 'demandez au modérateur d’ouvrir la passe'],
  },
  'round-finished': {
    code: 'refused',
    en: [
      '{name} is finished: it was opened, and its codings are what agreement was measured on',
      UNCHANGED,
      'choose a blind round, or the moderated one',
    ],
    fr: [
      '{name} est terminée : cette passe a été ouverte, et l’accord a été mesuré sur ses codages',
      INCHANGEE,
      'choisissez une passe en aveugle, ou celle de modération',
    ],
  },
  'preview-outdated': {
    code: 'conflict',
    en: [
      'the passages are no longer those that were shown ({found} instead of {shown})',
      UNCHANGED,
      'look through the preview again',
    ],
    fr: [
      'les passages ne sont plus ceux qui étaient montrés ({found} au lieu de {shown})',
      INCHANGEE,
      'parcourez de nouveau l’aperçu',
    ],
  },
  'nothing-to-code': {
    code: 'conflict',
    en: [
      'no passage is left to code with "{name}": all are coded so already, or were left out',
      UNCHANGED,
      'choose other passages or another code',
    ],
    fr: [
      'il ne reste aucun passage à coder avec « {name} » : tous le sont déjà ou ont été écartés',
      INCHANGEE,
      'choisissez d’autres passages ou un autre code',
    ],
  },
  'moderator-only': {
    code: 'refused',
    en: ['only the moderator may do this', UNCHANGED, 'choose the moderator under "Coding as"'],
    fr: ['seul le modérateur peut faire cela', INCHANGEE, 'choisissez le modérateur sous « Je code en tant que »'],
  },
} as const satisfies Sentences
