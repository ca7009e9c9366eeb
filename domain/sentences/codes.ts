import { INCHANGEE, UNCHANGED, type Sentences } from './sentence.ts'

/** Failures of codes, codings and segments. */
export const codeSentences = {
  'not-found': {
    code: 'not-found',
    en: ['there is no {what} "{name}" in this study', UNCHANGED, 'check the name'],
    fr: ['il n’y a pas {what:of} « {name} » dans cette étude', INCHANGEE, 'vérifiez le nom'],
  },
  'code-ambiguous': {
    code: 'invalid',
    en: [
      'several codes are called "{name}"',
      UNCHANGED,
      'give the path of the one you mean, such as "Category / Code"',
    ],
    fr: [
      'plusieurs codes s’appellent « {name} »',
      INCHANGEE,
      'donnez le chemin de celui que vous voulez, comme « Catégorie / Code »',
    ],
  },
  'name-taken': {
    code: 'conflict',
    en: ['there is already {what:a} "{name}"', UNCHANGED, 'choose another name'],
    fr: ['il existe déjà {what:a} « {name} »', INCHANGEE, 'choisissez un autre nom'],
  },
  'code-name-taken': {
    code: 'conflict',
    en: ['there is already a code "{name}"', UNCHANGED, 'choose another name, or merge the two codes'],
    fr: ['il existe déjà un code « {name} »', INCHANGEE, 'choisissez un autre nom, ou fusionnez les deux codes'],
  },
  'code-retired-there': {
    code: 'conflict',
    en: ['there is already a code "{name}", which was retired', UNCHANGED, 'bring it back, or choose another name'],
    fr: [
      'il existe déjà un code « {name} », qui est hors d’usage',
      INCHANGEE,
      'remettez-le en usage, ou choisissez un autre nom',
    ],
  },
  'code-within-itself': {
    code: 'invalid',
    en: ['code "{name}" cannot be put into itself or into a code within it', UNCHANGED, 'choose another place'],
    fr: [
      'le code « {name} » ne peut être placé ni en lui-même ni dans un code qu’il contient',
      INCHANGEE,
      'choisissez une autre place',
    ],
  },
  'merge-within': {
    code: 'invalid',
    en: ['"{name}" is within "{outer}"', UNCHANGED, 'move it out of "{outer}" first, or merge the other way round'],
    fr: [
      '« {name} » se trouve dans « {outer} »',
      INCHANGEE,
      'sortez-le d’abord de « {outer} », ou fusionnez dans l’autre sens',
    ],
  },
  'round-not-independent': {
    code: 'invalid',
    en: ['{name} is a moderated round', UNCHANGED, 'choose an independent round, whose coders named things apart'],
    fr: [
      '{name} est une passe de modération',
      INCHANGEE,
      'choisissez une passe indépendante, où chacun a nommé les choses de son côté',
    ],
  },
  'harmonising-alike': {
    code: 'invalid',
    en: ['"{name}" would count as itself', UNCHANGED, 'choose two different codes'],
    fr: ['« {name} » compterait comme lui-même', INCHANGEE, 'choisissez deux codes différents'],
  },
  'harmonising-contradiction': {
    code: 'conflict',
    en: [
      '"{name}" and "{other}" were refused as one, and by way of other codes they would count as one',
      UNCHANGED,
      'withdraw that refusal, or a mapping of one of them, first',
    ],
    fr: [
      '« {name} » et « {other} » ont été refusés comme un seul code, et compteraient comme un seul par l’intermédiaire d’autres',
      INCHANGEE,
      'retirez d’abord ce refus, ou une mise en correspondance de l’un d’eux',
    ],
  },
  'harmonising-merged': {
    code: 'conflict',
    en: ['"{other}" has become "{name}"', UNCHANGED, 'take the merge back in the history'],
    fr: ['« {other} » est devenu « {name} »', INCHANGEE, 'annulez la fusion dans l’historique'],
  },
  'split-alike': {
    code: 'invalid',
    en: ['both parts of "{name}" would be one code', UNCHANGED, 'choose two different codes or names'],
    fr: ['les deux parts de « {name} » seraient un seul code', INCHANGEE, 'choisissez deux codes ou noms différents'],
  },
  'name-empty': {
    code: 'invalid',
    en: ['{what:a} needs a name', UNCHANGED, 'type one'],
    fr: ['{what:a} doit avoir un nom', INCHANGEE, 'saisissez-en un'],
  },
  'span-outside': {
    code: 'invalid',
    en: ['the passage {start} to {end} is not within the transcript', UNCHANGED, 'select words of the transcript'],
    fr: [
      'le passage {start} à {end} n’est pas dans la transcription',
      INCHANGEE,
      'sélectionnez des mots de la transcription',
    ],
  },
  'coding-stands': {
    code: 'conflict',
    en: ['"{name}" is already on exactly these words', UNCHANGED, 'choose other words, or remove one of the two'],
    fr: [
      '« {name} » est déjà sur exactement ces mots',
      INCHANGEE,
      'choisissez d’autres mots, ou retirez l’un des deux codages',
    ],
  },
  'in-use': {
    code: 'conflict',
    en: ['{what} "{name}" is used {count} times', UNCHANGED, 'remove those uses first'],
    fr: ['{what:the} « {name} » sert {count} fois', INCHANGEE, 'retirez d’abord ces utilisations'],
  },
  'in-use-blind': {
    code: 'refused',
    en: [
      'code "{name}" is used in a round that is still coded blind',
      UNCHANGED,
      'wait until the moderator opens the round',
    ],
    fr: [
      'le code « {name} » est utilisé dans une passe encore codée en aveugle',
      INCHANGEE,
      'attendez que le modérateur ouvre la passe',
    ],
  },
  'segment-screened': {
    code: 'refused',
    en: ['another coder has screened segment {name}', UNCHANGED, 'ask the moderator to change it'],
    fr: ['une autre personne a examiné le segment {name}', INCHANGEE, 'demandez au modérateur de le modifier'],
  },
  'segments-both-screened': {
    code: 'conflict',
    en: [
      'segments {name} and {next} are both screened, and one segment has one screening of each coder',
      UNCHANGED,
      'clear the screening of one of them first',
    ],
    fr: [
      'les segments {name} et {next} sont tous deux examinés, et un segment n’a qu’un examen par personne',
      INCHANGEE,
      'effacez d’abord l’examen de l’un d’eux',
    ],
  },
  'segment-boundary': {
    code: 'invalid',
    en: ['segment {name} cannot begin or end there', UNCHANGED, 'choose a place between its neighbours'],
    fr: ['le segment {name} ne peut ni commencer ni finir là', INCHANGEE, 'choisissez un endroit entre ses voisins'],
  },
  'segment-last': {
    code: 'invalid',
    en: ['no segment follows segment {name}', UNCHANGED, 'choose an earlier one to join with the next'],
    fr: ['aucun segment ne suit le segment {name}', INCHANGEE, 'choisissez-en un autre à joindre au suivant'],
  },
  'quote-outside': {
    code: 'invalid',
    en: ['the quote is not within segment {name}', UNCHANGED, 'choose words of that segment'],
    fr: ['la citation n’est pas dans le segment {name}', INCHANGEE, 'choisissez des mots de ce segment'],
  },
  'coded-blind': {
    code: 'refused',
    en: ['another coder has begun to code "{name}" blind', UNCHANGED, 'ask the moderator to remove the transcript'],
    fr: [
      'une autre personne a commencé à coder « {name} » en aveugle',
      INCHANGEE,
      'demandez au modérateur de retirer la transcription',
    ],
  },
} as const satisfies Sentences
