import { INCHANGEE, UNCHANGED, type Sentences } from './sentence.ts'

/** Failures of asking the service itself. */
export const callSentences = {
  internal: {
    code: 'internal',
    en: ['Axial met a fault of its own ({detail})', UNCHANGED, 'please report it with what you were doing'],
    fr: ['Axial a rencontré une erreur interne ({detail})', INCHANGEE, 'signalez-la en disant ce que vous faisiez'],
  },
  'node-too-old': {
    code: 'refused',
    en: [
      'this is Node {version}, and Axial needs Node {needed} or newer',
      'nothing was opened and nothing was changed',
      'start it with Node {needed}, or with "npm start" or "npm run axial -- …", which bring their own',
    ],
    fr: [
      'ceci est Node {version}, et Axial exige Node {needed} ou plus récent',
      'rien n’a été ouvert et rien n’a été modifié',
      'lancez-le avec Node {needed}, ou par « npm start » ou « npm run axial -- … », qui apportent le leur',
    ],
  },
  cancelled: {
    code: 'cancelled',
    en: ['the work was cancelled', UNCHANGED, 'start it again when you like'],
    fr: ['le travail a été annulé', INCHANGEE, 'relancez-le quand vous voulez'],
  },
  'draft-unkept': {
    code: 'refused',
    en: [
      'what you are writing cannot be kept as a draft (the browser’s storage is full or forbidden)',
      'it stays as long as this page is open',
      'save it before you close the page or reload it',
    ],
    fr: [
      'ce que vous écrivez ne peut pas être gardé comme brouillon (le stockage du navigateur est plein ou interdit)',
      'cela reste tant que cette page est ouverte',
      'enregistrez-le avant de fermer la page ou de la recharger',
    ],
  },
  'service-gone': {
    code: 'internal',
    en: ['Axial’s service stopped answering', 'everything shown as saved is kept', 'close Axial and start it again'],
    fr: [
      'le service d’Axial ne répond plus',
      'tout ce qui était affiché comme enregistré est conservé',
      'fermez Axial et relancez-le',
    ],
  },
  'not-admitted': {
    code: 'refused',
    en: [
      'this page was not opened with the address Axial printed, or Axial was started again since',
      'nothing was shown and nothing was changed',
      'open the address that Axial printed when it started',
    ],
    fr: [
      'cette page n’a pas été ouverte avec l’adresse affichée par Axial, ou Axial a été relancé depuis',
      'rien n’a été montré et rien n’a été modifié',
      'ouvrez l’adresse affichée par Axial à son démarrage',
    ],
  },
  'request-too-large': {
    code: 'invalid',
    en: [
      'what was sent has {size} MB, and {limit} MB is the most that is read',
      UNCHANGED,
      'send less, or smaller files',
    ],
    fr: [
      'l’envoi fait {size} Mo ; au plus {limit} Mo sont lus',
      INCHANGEE,
      'envoyez moins de fichiers, ou de plus petits',
    ],
  },
  'no-study': {
    code: 'conflict',
    en: ['no study is open', 'nothing was changed', 'open or create a study first'],
    fr: ['aucune étude n’est ouverte', 'rien n’a été modifié', 'ouvrez ou créez d’abord une étude'],
  },
  'bad-request': {
    code: 'invalid',
    en: ['the request was not understood ({detail})', UNCHANGED, 'correct it and try again'],
    fr: ['la demande n’a pas été comprise ({detail})', INCHANGEE, 'corrigez-la et réessayez'],
  },
} as const satisfies Sentences
