import { INCHANGEE, UNCHANGED, type Sentences } from './sentence.ts'

/** Failures of packets between machines. */
export const packetSentences = {
  'packet-not-one': {
    code: 'invalid',
    en: ['{name} is not a packet', UNCHANGED, 'choose a file whose name ends in .axialpacket'],
    fr: ['{name} n’est pas un paquet', INCHANGEE, 'choisissez un fichier dont le nom se termine par .axialpacket'],
  },
  'packet-newer': {
    code: 'refused',
    en: [
      '{name} was made by a newer Axial (packet version {found}; this one reads {known})',
      UNCHANGED,
      'open it with that version',
    ],
    fr: [
      '{name} vient d’une version plus récente d’Axial (paquet de version {found} ; celle-ci lit la version {known})',
      INCHANGEE,
      'ouvrez-le avec cette version-là',
    ],
  },
  'packet-damaged': {
    code: 'invalid',
    en: ['{name} is not as it was made: it was cut short or altered', UNCHANGED, 'ask for it again'],
    fr: ['{name} n’est plus tel qu’il a été fait : il a été tronqué ou modifié', INCHANGEE, 'redemandez-le'],
  },
  'packet-locked': {
    code: 'invalid',
    en: ['{name} has a passphrase', UNCHANGED, 'give the passphrase that it was made with'],
    fr: [
      '{name} est protégé par une phrase secrète',
      INCHANGEE,
      'donnez la phrase secrète avec laquelle il a été fait',
    ],
  },
  'packet-passphrase-wrong': {
    code: 'refused',
    en: ['the passphrase does not open {name}', UNCHANGED, 'ask whoever made it for the passphrase'],
    fr: ['la phrase secrète n’ouvre pas {name}', INCHANGEE, 'demandez la phrase secrète à la personne qui l’a fait'],
  },
  'packets-part-done': {
    code: 'refused',
    en: ['{detail}', 'what was done before that stays: {done}', 'put it right and run the same command again'],
    fr: ['{detail}', 'ce qui a été fait auparavant demeure : {done}', 'remédiez-y et relancez la même commande'],
  },
  'packets-part-cancelled': {
    code: 'cancelled',
    en: ['{detail}', 'what was done before that stays: {done}', 'run the same command again when you like'],
    fr: ['{detail}', 'ce qui a été fait auparavant demeure : {done}', 'relancez la même commande quand vous voulez'],
  },
  'packet-kind-handout': {
    code: 'invalid',
    en: ['{name} was handed out to a coder and not returned by one', UNCHANGED, 'choose the packet that came back'],
    fr: ['{name} a été remis à un codeur et non rendu par lui', INCHANGEE, 'choisissez le paquet qui est revenu'],
  },
  'packet-kind-return': {
    code: 'invalid',
    en: ['{name} holds a coder’s returned work', UNCHANGED, 'register it in the study of whoever handed out the texts'],
    fr: [
      '{name} contient le travail rendu par un codeur',
      INCHANGEE,
      'enregistrez-le dans l’étude de la personne qui a remis les textes',
    ],
  },
  'packet-other-study': {
    code: 'conflict',
    en: [
      '{name} belongs to another study',
      UNCHANGED,
      'open the study it belongs to; one that was handed out can be opened as a new study, too',
    ],
    fr: [
      '{name} appartient à une autre étude',
      INCHANGEE,
      'ouvrez l’étude dont il fait partie ; un paquet remis peut aussi être ouvert comme nouvelle étude',
    ],
  },
  'packet-other-coder': {
    code: 'conflict',
    en: [
      '{name} is of a coder or a round that this study does not have',
      UNCHANGED,
      'hand out packets from this study',
    ],
    fr: [
      '{name} vient d’un codeur ou d’une passe de codage que cette étude n’a pas',
      INCHANGEE,
      'remettez des paquets depuis cette étude',
    ],
  },
  'packet-other-text': {
    code: 'conflict',
    en: [
      '{name} is for another text of {transcript}: SHA-256 {found}, and here {expected}',
      UNCHANGED,
      'make the coder’s correction here too, then merge; or have the coder take it back and return their work again',
    ],
    fr: [
      '{name} porte sur un autre texte de {transcript} : SHA-256 {found}, et ici {expected}',
      INCHANGEE,
      'faites ici aussi la correction du codeur, puis fusionnez ; ou demandez-lui de l’annuler et de rendre de nouveau son travail',
    ],
  },
  'packet-text-corrected': {
    code: 'conflict',
    en: [
      '{transcript} was corrected here, and {name} is for its text from before: SHA-256 {found}, and here {expected}',
      UNCHANGED,
      'take the correction back in the history, merge, and correct again; or have the coder make the same correction and return their work again',
    ],
    fr: [
      '{transcript} a été corrigée ici, et {name} porte sur son texte d’avant : SHA-256 {found}, et ici {expected}',
      INCHANGEE,
      'annulez la correction dans l’historique, fusionnez et corrigez de nouveau ; ou demandez au codeur de faire la même correction et de rendre de nouveau son travail',
    ],
  },
  'packet-text-here': {
    code: 'conflict',
    en: [
      '{name} has another text of {transcript} than this study: SHA-256 {found}, and here {expected}',
      UNCHANGED,
      'take back the correction that was made here, or make here the one that the lead has made; then open the packet again',
    ],
    fr: [
      '{name} apporte un autre texte de {transcript} que celui de l’étude : SHA-256 {found}, et ici {expected}',
      INCHANGEE,
      'annulez la correction faite ici, ou faites ici celle que le responsable a faite ; puis ouvrez de nouveau le paquet',
    ],
  },
  'packet-foreign': {
    code: 'refused',
    en: ['{name} holds rows that are not its coder’s', UNCHANGED, 'ask the coder to make it again'],
    fr: ['{name} contient des lignes qui ne sont pas à son codeur', INCHANGEE, 'demandez au codeur de le refaire'],
  },
  'packet-unfit': {
    code: 'invalid',
    en: ['{name} contradicts itself or the study ({detail})', UNCHANGED, 'ask for it again'],
    fr: ['{name} contredit l’étude ou se contredit ({detail})', INCHANGEE, 'redemandez-le'],
  },
  'packet-name-taken': {
    code: 'conflict',
    en: [
      '{name} brings {what:a} called "{taken}", and another one here has that name',
      UNCHANGED,
      'rename the one that is here, or open the packet as a new study',
    ],
    fr: [
      '{name} apporte {what:a} du nom de « {taken} », et le nom est déjà pris ici',
      INCHANGEE,
      'renommez l’élément d’ici, ou ouvrez le paquet comme nouvelle étude',
    ],
  },
  'packet-own': {
    code: 'conflict',
    en: ['{name} was made from this very study', UNCHANGED, 'give it to whom it is for'],
    fr: ['{name} a été fait à partir de cette étude même', INCHANGEE, 'donnez-le à la personne à qui il est destiné'],
  },
  'packets-still-out': {
    code: 'conflict',
    en: [
      'the packets of {names} are not in yet',
      'what came in stays sealed',
      'wait for them, or have the moderator open the packets early and say why',
    ],
    fr: [
      'les paquets de {names} ne sont pas encore rentrés',
      'ce qui est rentré reste scellé',
      'attendez-les, ou faites ouvrir les paquets plus tôt par le modérateur, qui dira pourquoi',
    ],
  },
  'packets-sealed': {
    code: 'conflict',
    en: ['the packets of {name} are still sealed', UNCHANGED, 'open them first'],
    fr: ['les paquets de {name} sont encore scellés', INCHANGEE, 'ouvrez-les d’abord'],
  },
  'packets-none': {
    code: 'not-found',
    en: ['no packet of {name} has come in', UNCHANGED, 'register the packets that coders returned'],
    fr: ['aucun paquet de {name} n’est rentré', INCHANGEE, 'enregistrez les paquets que les codeurs ont rendus'],
  },
  'packets-unmerged': {
    code: 'conflict',
    en: [
      '{name} has packets that came in and are not merged',
      'the round stays as it is',
      'merge them first, or say why it does without them: once the round is open, nothing comes into it any more',
    ],
    fr: [
      '{name} a des paquets rentrés qui ne sont pas fusionnés',
      'la passe de codage reste telle quelle',
      'fusionnez-les d’abord, ou dites pourquoi elle s’en passe : une fois la passe ouverte, plus rien n’y entre',
    ],
  },
  'packet-texts-missing': {
    code: 'conflict',
    en: ['there is no transcript to hand out', 'no packet was made', 'import transcripts, or choose at least one'],
    fr: [
      'il n’y a pas de transcription à remettre',
      'aucun paquet n’a été fait',
      'importez des transcriptions, ou choisissez-en au moins une',
    ],
  },
} as const satisfies Sentences
