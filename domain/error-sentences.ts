import type { ErrorCode } from './errors.ts'

/**
 * What happened, what was kept, what to do. `{name}` stands for a parameter, `{what:a}` for the term of `terms.ts` that
 * the parameter `what` names, in the form `a`.
 */
type Sentence = readonly [happened: string, kept: string, advice: string]

interface Entry {
  readonly code: ErrorCode
  readonly en: Sentence
  readonly fr: Sentence
}

const UNCHANGED = 'the study is unchanged'
const INCHANGEE = 'l’étude est inchangée'

/** Every sentence that tells a person about a failure, in both languages. The key is the error's `reason`. */
export const sentences = {
  internal: {
    code: 'internal',
    en: ['Axial met a fault of its own ({detail})', UNCHANGED, 'please report it with what you were doing'],
    fr: ['Axial a rencontré une erreur interne ({detail})', INCHANGEE, 'signalez-la en disant ce que vous faisiez'],
  },
  cancelled: {
    code: 'cancelled',
    en: ['the work was cancelled', UNCHANGED, 'start it again when you like'],
    fr: ['le travail a été annulé', INCHANGEE, 'relancez-le quand vous voulez'],
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
  'passphrase-empty': {
    code: 'invalid',
    en: ['the passphrase is empty', 'nothing was written', 'give a passphrase, or leave the option out'],
    fr: ['la phrase secrète est vide', 'rien n’a été écrit', 'donnez une phrase secrète, ou omettez l’option'],
  },

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
} as const satisfies Record<string, Entry>

export type Reason = keyof typeof sentences
