import { INCHANGEE, UNCHANGED, type Sentences } from './sentence.ts'

/** Failures of the review of a round. */
export const reviewSentences = {
  'round-not-moderated': {
    code: 'invalid',
    en: [
      '{name} is not a moderated round, and cannot hold the consolidated coding',
      UNCHANGED,
      'choose a moderated round, or let one be created',
    ],
    fr: [
      '{name} n’est pas une passe de modération et ne peut pas recevoir le codage consolidé',
      INCHANGEE,
      'choisissez une passe de modération, ou laissez-en créer une',
    ],
  },
  'nothing-to-review': {
    code: 'conflict',
    en: [
      'no transcript was coded or screened by two coders in {name}',
      UNCHANGED,
      'review a round in which two coders worked on the same transcript',
    ],
    fr: [
      'aucune transcription n’a été codée ni examinée par deux codeurs dans {name}',
      INCHANGEE,
      'arbitrez une passe où deux codeurs ont travaillé sur la même transcription',
    ],
  },
  'review-not-started': {
    code: 'conflict',
    en: ['the review of {name} has not been started', UNCHANGED, 'let the moderator start it'],
    fr: ['l’arbitrage de {name} n’a pas commencé', INCHANGEE, 'demandez au modérateur de le commencer'],
  },
  'reason-missing': {
    code: 'invalid',
    en: ['a decision needs a reason', UNCHANGED, 'choose one of the list, or write one'],
    fr: ['une décision demande un motif', INCHANGEE, 'choisissez-en un dans la liste, ou écrivez-le'],
  },
  'outcome-unfit': {
    code: 'invalid',
    en: [
      'this item cannot be decided that way: {detail}',
      UNCHANGED,
      'take one coder’s reading, or say what stands instead',
    ],
    fr: [
      'cet élément ne peut pas être tranché ainsi : {detail}',
      INCHANGEE,
      'prenez la lecture d’un codeur, ou dites ce qui vaut à la place',
    ],
  },
  'decision-open': {
    code: 'invalid',
    en: [
      'those answers leave it open whether {name} is a mismatch',
      UNCHANGED,
      'answer the criteria that are still undecided',
    ],
    fr: [
      'ces réponses ne disent pas encore si {name} est une discordance',
      INCHANGEE,
      'répondez aux critères encore indécis',
    ],
  },
  'instances-too-many': {
    code: 'invalid',
    en: [
      'together that makes {found} instances, and a mismatch has at most {most}',
      UNCHANGED,
      'say which of them stand',
    ],
    fr: [
      'cela fait {found} instances ensemble, et une discordance en a {most} au plus',
      INCHANGEE,
      'dites lesquelles valent',
    ],
  },
  'nothing-decided': {
    code: 'conflict',
    en: ['nothing has been decided about that disagreement', UNCHANGED, 'decide it first'],
    fr: ['rien n’a été tranché sur ce désaccord', INCHANGEE, 'tranchez-le d’abord'],
  },
  'note-empty': {
    code: 'invalid',
    en: ['a note needs words', UNCHANGED, 'write some'],
    fr: ['une note ne peut être vide', INCHANGEE, 'écrivez-y quelque chose'],
  },
  'note-not-own': {
    code: 'refused',
    en: ['that note is another person’s', UNCHANGED, 'answer it with a note of your own'],
    fr: ['cette note est celle d’une autre personne', INCHANGEE, 'répondez-y par une note à vous'],
  },
} as const satisfies Sentences
