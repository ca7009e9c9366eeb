import { INCHANGEE, UNCHANGED, type Sentences } from './sentence.ts'

/** Failures of files that come in and go out, and of the command line. */
export const fileSentences = {
  'file-missing': {
    code: 'not-found',
    en: ['there is no file {name}', UNCHANGED, 'check the path'],
    fr: ['il n’y a pas de fichier {name}', INCHANGEE, 'vérifiez le chemin'],
  },
  'file-is-folder': {
    code: 'invalid',
    en: ['{name} is a folder', UNCHANGED, 'choose the files in it'],
    fr: ['{name} est un dossier', INCHANGEE, 'choisissez les fichiers qu’il contient'],
  },
  'file-unreadable': {
    code: 'invalid',
    en: ['{name} cannot be read ({detail})', UNCHANGED, 'check its permissions'],
    fr: ['{name} ne peut pas être lu ({detail})', INCHANGEE, 'vérifiez ses droits'],
  },
  'file-empty': {
    code: 'invalid',
    en: ['{name} is empty', UNCHANGED, 'choose a file that holds text'],
    fr: ['{name} est vide', INCHANGEE, 'choisissez un fichier qui contient du texte'],
  },
  'file-too-large': {
    code: 'invalid',
    en: [
      '{name} has {size} MB, and {limit} MB is the most that is read',
      UNCHANGED,
      'split it, or check that it is the right file',
    ],
    fr: [
      '{name} fait {size} Mo ; au plus {limit} Mo sont lus',
      INCHANGEE,
      'divisez-le, ou vérifiez que c’est le bon fichier',
    ],
  },
  'file-binary': {
    code: 'invalid',
    en: ['{name} is not text', UNCHANGED, 'save it as plain text (.txt, UTF-8) and import that'],
    fr: ['{name} n’est pas du texte', INCHANGEE, 'enregistrez-le en texte brut (.txt, UTF-8) et importez ce fichier'],
  },
  'file-wrong-kind': {
    code: 'invalid',
    en: ['{name} is not {expected} ({detail})', UNCHANGED, 'choose another file'],
    fr: ['{name} n’est pas du type attendu : {expected} ({detail})', INCHANGEE, 'choisissez un autre fichier'],
  },
  'transcript-exists': {
    code: 'conflict',
    en: ['{name} is in the study already, as "{existing}", word for word', UNCHANGED, 'leave it out'],
    fr: ['{name} est déjà dans l’étude, sous le nom « {existing} », mot pour mot', INCHANGEE, 'ne l’importez pas'],
  },
  'import-empty': {
    code: 'invalid',
    en: ['{name} holds nothing to import ({detail})', UNCHANGED, 'check that it is the right file'],
    fr: ['{name} ne contient rien à importer ({detail})', INCHANGEE, 'vérifiez que c’est le bon fichier'],
  },
  'import-malformed': {
    code: 'invalid',
    en: ['{name} is malformed: {detail}', UNCHANGED, 'correct the file and import it again'],
    fr: ['{name} est mal formé : {detail}', INCHANGEE, 'corrigez le fichier et importez-le de nouveau'],
  },
  'turn-counts-differ': {
    code: 'invalid',
    en: [
      '{name} cannot be matched by position: {coder} has {found} turns and the transcript {expected}',
      UNCHANGED,
      'match by text instead, or import into a study that has no such transcript yet',
    ],
    fr: [
      '{name} ne peut pas être apparié par position : {coder} a {found} tours de parole et la transcription {expected}',
      INCHANGEE,
      'appariez plutôt par le texte, ou importez dans une étude qui n’a pas encore cette transcription',
    ],
  },
  'already-imported': {
    code: 'conflict',
    en: ['{name} was imported already: {detail}', UNCHANGED, 'undo that import first if it must be replaced'],
    fr: ['{name} a déjà été importé : {detail}', INCHANGEE, 'annulez d’abord cet import s’il faut le remplacer'],
  },
  'top-too-large': {
    code: 'invalid',
    en: ['the scale of {name} has {points} points, and the top {top} were asked for', UNCHANGED, 'ask for fewer'],
    fr: [
      'l’échelle de {name} a {points} points, et les {top} plus hauts ont été demandés',
      INCHANGEE,
      'demandez-en moins',
    ],
  },
  'column-missing': {
    code: 'invalid',
    en: ['there is no column "{name}" ({known})', UNCHANGED, 'name one of those'],
    fr: ['il n’y a pas de colonne « {name} » ({known})', INCHANGEE, 'nommez l’une de celles-ci'],
  },
  'nothing-to-export': {
    code: 'conflict',
    en: ['the study holds no {what} yet', 'no file was written', 'import or create some first'],
    fr: ['l’étude ne contient encore {what:no}', 'aucun fichier n’a été écrit', 'importez-en ou créez-en d’abord'],
  },
  'export-failed': {
    code: 'refused',
    en: ['{path} cannot be written ({detail})', 'no half-written file was left', 'choose another folder'],
    fr: [
      '{path} ne peut pas être écrit ({detail})',
      'aucun fichier incomplet n’est resté',
      'choisissez un autre dossier',
    ],
  },
  misuse: {
    code: 'invalid',
    en: ['{detail}', 'nothing was changed', 'see "axial {command} --help"'],
    fr: ['{detail}', 'rien n’a été modifié', 'voir « axial {command} --help »'],
  },
} as const satisfies Sentences
