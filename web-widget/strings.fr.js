// @ts-check

/** Every French word that the launcher and the panel show or speak. */
export const fr = {
  // Launcher
  launcher: "Une question ?",
  launcherName: "Une question ? Ouvrir la discussion avec le programme d'information du GERCOR",
  frame: "Discussion avec le programme d'information du GERCOR",

  // Header
  title: "Questions au GERCOR",
  subtitle: "Un programme, pas un médecin",
  options: "Vos données et vos choix",
  close: "Fermer la discussion",

  // What one should know first
  about: "Vous échangez avec un programme, pas avec un médecin.",
  aboutMore: "Il cite les pages du GERCOR et ne pose pas de diagnostic.",
  emergency: "En cas d'urgence, appelez le 15 ou le 112.",
  kept: "Conversation gardée 30 jours, puis effacée.",
  notKept: "Rien n'est gardé : la conversation disparaît quand vous quittez ou rechargez cette page.",
  keepNothing: "Ne rien garder",
  keepAgain: "Garder la conversation 30 jours",

  // Conversation
  conversation: "Conversation",
  you: "Vous : ",
  reply: "Réponse du programme",
  professionalReply: "Réponse d'un professionnel",
  newReply: "Nouvelle réponse",
  thinking: "La réponse arrive…",

  // State of a message
  sending: "Envoi…",
  waiting: "En attente de connexion",
  failed: "Non envoyé.",
  resend: "Renvoyer",

  // Passages
  quotedFrom: "Extrait de la page ",
  reviewed: (/** @type {string} */ date) => `Relu le ${date}`,
  validated: "Validé par un médecin du groupe",
  readOn: "Lire la suite sur la page",
  words: (/** @type {number} */ count) => count > 1 ? `${count} mots expliqués` : "Un mot expliqué",
  supporting: (/** @type {number} */ count) =>
    count === 1 ? "Voir un autre extrait sur ce sujet" : `Voir ${count} autres extraits sur ce sujet`,
  part: (/** @type {number} */ number) => `Votre question n° ${number}`,

  // Outcomes
  urgentMedical: "Cela peut être une urgence",
  urgentSuicide: "Vous n'êtes pas seul : parlez à quelqu'un maintenant",
  noDiagnosis:
    "Ce programme ne peut pas dire ce que vous avez. Ces informations sont générales : parlez-en à un médecin.",
  escalation: "Cette question relève d'un professionnel",
  choose: "Choisissez ce qui s'approche le plus de votre question :",
  askNext: "Vous pouvez aussi demander :",
  topics: "Les sujets les plus demandés :",
  signed: (/** @type {string} */ role, /** @type {string} */ date) => `Écrit par une personne : ${role}, le ${date}`,

  // Feedback
  helpful: "Cette réponse vous a-t-elle aidé ?",
  yes: "Oui",
  no: "Non",
  thanks: "Merci pour votre avis.",
  whyNot: "Merci. Vous pouvez préciser, si vous le souhaitez :",
  reasons: {
    off_topic: "Elle ne répond pas à ma question",
    incomplete: "Elle est incomplète",
    unclear: "Elle est difficile à comprendre",
    wrong: "Elle me paraît fausse ou dépassée",
  },
  comment: "Commentaire (facultatif)",
  sendFeedback: "Envoyer mon avis",
  feedbackFailed: "Votre avis n'a pas pu être envoyé. Réessayez plus tard.",

  // Writing
  question: "Votre question",
  placeholder: "Écrivez votre question…",
  hint: "Entrée pour envoyer, Maj + Entrée pour aller à la ligne.",
  anonymous: "N'écrivez ni votre nom ni vos coordonnées.",
  send: "Envoyer",
  remaining: (/** @type {number} */ count) => (count === 1 ? "1 caractère restant" : `${count} caractères restants`),
  full: "Limite de 2 000 caractères atteinte.",

  // Connection
  connecting: "Connexion…",
  offline: "Connexion perdue. Nous réessayons. Ce que vous écrivez partira dès son retour.",
  backOnline: "Connexion rétablie.",
  crowded: "Beaucoup de messages en peu de temps. Merci de patienter un instant : vos messages partiront ensuite.",
  unavailable: "Le service ne répond pas pour le moment. Nous réessayons.",
  retryNow: "Réessayer maintenant",
  gone: "Cette conversation n'est plus disponible : elle a été effacée ou son délai est passé. En voici une nouvelle.",
  goneUnkept: "La conversation n'étant pas gardée, elle a pris fin avec la connexion. En voici une nouvelle.",
  stopped: "La conversation n'a pas pu reprendre.",

  // Problems told about one message
  tooLong: "Ce message est trop long.",
  purged: "Ce message a été effacé.",
  notTaken: "Ce message n'a pas pu être traité.",

  // Choices
  keepNothingHint: "La conversation en cours est effacée, et la suivante n'est enregistrée nulle part.",
  erase: "Effacer la conversation",
  erased: "La conversation est effacée.",
  eraseTitle: "Effacer la conversation ?",
  eraseText: "Tout ce qui a été dit sera effacé, ici et sur nos serveurs. On ne peut pas revenir en arrière.",
  eraseFailed: "La conversation n'a pas pu être effacée. Réessayez dans un instant.",
  keepNothingTitle: "Ne rien garder ?",
  keepAgainTitle: "Garder la conversation ?",
  keepAgainText: "Une nouvelle conversation commence. Elle sera gardée 30 jours, puis effacée.",
  confirm: "Confirmer",
  cancel: "Annuler",
  done: "Fermer",
  legal: "Mentions légales",
  privacy: "Données personnelles",
  accessibility: "Accessibilité",
  links: "Informations sur le service",

  // Handing a question to a professional
  handoverTitle: "Transmettre votre question à un professionnel",
  handoverShows: "Voici ce qui sera transmis :",
  handoverContext: "Et ce qui a été dit juste avant",
  handoverMasked: "Les noms et coordonnées que nous reconnaissons sont ôtés.",
  handoverUnkept: "Cette conversation n'est pas gardée ; la question transmise l'est 30 jours, pour que vous lisiez la réponse avec votre code.",
  email: "Votre adresse e-mail (facultatif)",
  emailHint: "Pour être prévenu de la réponse. Sans adresse, vous la lirez avec le code qui vous sera donné.",
  emailWrong: "Cette adresse e-mail semble incomplète. Exemple : nom@exemple.fr",
  handover: "Transmettre",
  handoverDone: "Votre question est transmise.",
  handoverCode: "Notez ces quatre mots. Ils vous permettront de lire la réponse :",
  copy: "Copier",
  copied: "Copié.",
  handoverFollow: "La réponse viendra ici, ou sur la page de suivi",
  handoverKept: (/** @type {string} */ code) => `Question transmise à un professionnel. Votre code : ${code}`,
  handoverFailed: "La transmission n'a pas abouti. Votre question n'a pas été envoyée. Réessayez dans un instant.",
  handoverCrowded: "Beaucoup de demandes en peu de temps. Merci de réessayer dans quelques minutes.",

  /** « 1er novembre 2026 » of an ISO date or instant. */
  date(/** @type {string} */ iso) {
    const day = new Date(iso);
    const timeZone = iso.length === 10 ? "UTC" : undefined;
    return Number.isNaN(day.getTime())
      ? iso
      : new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone }).format(day).replace(/^1 /, "1er ");
  },
};
