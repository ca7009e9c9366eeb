import { INCHANGEE, UNCHANGED, type Sentences } from './sentence.ts'

/** Failures of the study’s own file. */
export const studyFileSentences = {
  'study-missing': {
    code: 'not-found',
    en: ['there is no file {path}', 'nothing was changed', 'check the path, or create the study with "new"'],
    fr: ['il n’y a pas de fichier {path}', 'rien n’a été modifié', 'vérifiez le chemin ou créez une étude'],
  },
  'study-exists': {
    code: 'conflict',
    en: ['{path} exists already', 'that file was not touched', 'choose another name, or open it'],
    fr: ['{path} existe déjà', 'ce fichier n’a pas été touché', 'choisissez un autre nom ou ouvrez-le'],
  },
  'not-a-study': {
    code: 'invalid',
    en: [
      '{path} is not an Axial study, or it has a passphrase that was not given',
      'the file was not touched',
      'choose a .axial file, or give its passphrase',
    ],
    fr: [
      '{path} n’est pas une étude Axial, ou sa phrase secrète n’a pas été donnée',
      'le fichier n’a pas été touché',
      'choisissez un fichier .axial ou donnez sa phrase secrète',
    ],
  },
  'wrong-passphrase': {
    code: 'refused',
    en: [
      'the passphrase does not open {path}',
      'the file was not touched',
      'type it again; without it nobody can read the study',
    ],
    fr: [
      'la phrase secrète n’ouvre pas {path}',
      'le fichier n’a pas été touché',
      'saisissez-la de nouveau ; sans elle, personne ne peut lire l’étude',
    ],
  },
  'study-damaged-alone': {
    code: 'invalid',
    en: [
      '{path} is damaged or cut short ({detail})',
      'the file was not touched',
      'there is no backup beside it: open a copy kept elsewhere',
    ],
    fr: [
      '{path} est endommagé ou tronqué ({detail})',
      'le fichier n’a pas été touché',
      'il n’y a pas de sauvegarde à côté : ouvrez une copie gardée ailleurs',
    ],
  },
  'study-damaged': {
    code: 'invalid',
    en: [
      '{path} is damaged or cut short ({detail})',
      'the file was not touched',
      'open the newest backup in the folder "{backups}"',
    ],
    fr: [
      '{path} est endommagé ou tronqué ({detail})',
      'le fichier n’a pas été touché',
      'ouvrez la sauvegarde la plus récente du dossier « {backups} »',
    ],
  },
  'study-newer': {
    code: 'refused',
    en: [
      '{path} was written by a newer Axial (version {found}, this one reads up to {known})',
      'the file was not touched',
      'install the newer Axial',
    ],
    fr: [
      '{path} a été écrit par un Axial plus récent (version {found}, celui-ci lit jusqu’à {known})',
      'le fichier n’a pas été touché',
      'installez l’Axial plus récent',
    ],
  },
  'study-locked': {
    code: 'conflict',
    en: [
      '{path} is open elsewhere ({who})',
      'the file was not touched',
      'close it there first, or remove {path}.lock if you are sure that nobody has it open',
    ],
    fr: [
      '{path} est ouvert ailleurs ({who})',
      'le fichier n’a pas été touché',
      'fermez-le d’abord là-bas, ou supprimez {path}.lock si vous êtes sûr que personne ne l’a ouvert',
    ],
  },
  'folder-read-only': {
    code: 'refused',
    en: [
      'the folder of {path} cannot be written to',
      'the file was not touched',
      'copy the study to a folder of your own, or change the folder’s permissions',
    ],
    fr: [
      'le dossier de {path} n’est pas accessible en écriture',
      'le fichier n’a pas été touché',
      'copiez l’étude dans un de vos dossiers, ou changez les droits du dossier',
    ],
  },
  'study-unwritable': {
    code: 'refused',
    en: ['{path} cannot be written ({detail})', UNCHANGED, 'check the name and the drive, or choose another place'],
    fr: [
      '{path} ne peut pas être écrit ({detail})',
      INCHANGEE,
      'vérifiez le nom et le disque, ou choisissez un autre endroit',
    ],
  },
  'study-replaced': {
    code: 'conflict',
    en: [
      '{path} was removed, moved or replaced while it was open',
      'this was not saved; everything saved before is in {copy}',
      'close the study and open that copy',
    ],
    fr: [
      '{path} a été supprimé, déplacé ou remplacé pendant qu’il était ouvert',
      'ceci n’a pas été enregistré ; tout ce qui l’était auparavant est dans {copy}',
      'fermez l’étude et ouvrez cette copie',
    ],
  },
  'study-gone': {
    code: 'conflict',
    en: [
      '{path} is no longer there, though it is open',
      'this was not saved; no copy could be made of what was saved before',
      'bring the folder or the drive back, or open the study where it is now, before you close it',
    ],
    fr: [
      '{path} n’est plus là, alors qu’il est ouvert',
      'ceci n’a pas été enregistré ; ce qui l’était auparavant n’a pas pu être copié',
      'avant de la fermer, remettez le dossier ou le disque en place, ou ouvrez l’étude là où elle est maintenant',
    ],
  },
  'disk-full': {
    code: 'refused',
    en: ['the disk that holds {path} is full', UNCHANGED, 'free some space and try again'],
    fr: ['le disque qui contient {path} est plein', INCHANGEE, 'libérez de la place et réessayez'],
  },
  'backup-failed': {
    code: 'refused',
    en: [
      'the backup of {path} could not be written ({detail})',
      UNCHANGED,
      'free some space or check the folder; trying again goes on without this backup',
    ],
    fr: [
      'la sauvegarde de {path} n’a pas pu être écrite ({detail})',
      INCHANGEE,
      'libérez de la place ou vérifiez le dossier ; réessayer poursuit sans cette sauvegarde',
    ],
  },
  'backup-failed-here': {
    code: 'refused',
    en: [
      'the backup of {path} could not be written ({detail})',
      UNCHANGED,
      'free some space or check the folder, then try again: a command changes nothing that is not backed up',
    ],
    fr: [
      'la sauvegarde de {path} n’a pas pu être écrite ({detail})',
      INCHANGEE,
      'libérez de la place ou vérifiez le dossier, puis réessayez : une commande ne change rien qui ne soit sauvegardé',
    ],
  },
  'passphrase-empty': {
    code: 'invalid',
    en: ['the passphrase is empty', 'nothing was written', 'give a passphrase, or leave the option out'],
    fr: ['la phrase secrète est vide', 'rien n’a été écrit', 'donnez une phrase secrète, ou omettez l’option'],
  },
} as const satisfies Sentences
