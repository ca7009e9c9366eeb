import { INCHANGEE, UNCHANGED, type Sentences } from './sentence.ts'

/** Failures of correcting transcripts. */
export const correctionSentences = {
  'turn-empty': {
    code: 'invalid',
    en: ['turn {number} would be left without a word', UNCHANGED, 'leave words in it, or replace the whole file'],
    fr: ['le tour {number} n’aurait plus un mot', INCHANGEE, 'laissez-y des mots, ou remplacez le fichier entier'],
  },
  'speaker-unwritten': {
    code: 'invalid',
    en: [
      'turn {number} has no label of its own that could be corrected so',
      UNCHANGED,
      'correct the turn that names the speaker, or replace the whole file',
    ],
    fr: [
      'le tour {number} n’a pas de nom de locuteur à lui qui puisse être corrigé ainsi',
      INCHANGEE,
      'corrigez le tour qui nomme le locuteur, ou remplacez le fichier entier',
    ],
  },
  'nothing-corrected': {
    code: 'conflict',
    en: ['the text is the same as before', UNCHANGED, 'change what is wrong in it first'],
    fr: ['le texte est le même qu’avant', INCHANGEE, 'changez-y d’abord ce qui est faux'],
  },
  'transcript-corrected': {
    code: 'conflict',
    en: ['"{name}" was corrected meanwhile', UNCHANGED, 'look at its present text, then correct it again'],
    fr: ['« {name} » a été corrigée entre-temps', INCHANGEE, 'regardez son texte actuel, puis corrigez-la de nouveau'],
  },
  'correction-undecided': {
    code: 'conflict',
    en: ['for {count} passages nobody has said yet where they go', UNCHANGED, 'decide on each of them, then save'],
    fr: [
      'pour {count} passages, personne n’a encore dit où ils vont',
      INCHANGEE,
      'décidez de chacun, puis enregistrez',
    ],
  },
  'correction-for-moderator': {
    code: 'refused',
    en: [
      'what should become of passages that are not yours to decide on is not certain here',
      UNCHANGED,
      'let the moderator make this correction, or change less of the words',
    ],
    fr: [
      'le sort de passages dont vous ne pouvez pas décider n’est pas certain ici',
      INCHANGEE,
      'laissez le modérateur faire cette correction, ou changez moins de mots',
    ],
  },
  'span-taken': {
    code: 'conflict',
    en: ['the words chosen for a passage have the same code already', UNCHANGED, 'choose other words, or remove it'],
    fr: [
      'les mots choisis pour un passage portent déjà le même code',
      INCHANGEE,
      'choisissez d’autres mots, ou retirez-le',
    ],
  },
} as const satisfies Sentences
