/** What the widget's modules say to one another and to the service. Read by editors; no browser loads it. */

export interface Passage {
  part: number;
  page: string;
  anchor: string;
  title: string;
  heading: string;
  quote: string;
  url: string;
  reviewedOn: string;
  validated: boolean;
}

/** A word that the glossary explains. */
export interface Definition {
  term: string;
  text: string;
  url: string;
}

export interface Suggestion {
  label: string;
  action: "ask" | "choose" | "open" | "login" | "handover";
  choice?: string;
  page?: string;
  anchor?: string;
}

export interface Contact {
  name: string;
  phone: string;
  when?: string;
}

export interface Reply {
  id: string;
  outcome:
    | "answer"
    | "clarification"
    | "out_of_scope"
    | "urgent"
    | "escalation"
    | "professional_answer"
    | "small_talk"
    | "unsupported_language";
  text: string;
  lang?: string;
  dir?: "rtl" | "ltr";
  passages?: Passage[];
  definitions?: Definition[];
  suggestions?: Suggestion[];
  notices?: string[];
  urgency?: "medical" | "suicide" | null;
  contacts?: Contact[];
  author?: { role: string; at: string } | null;
}

export interface Turn {
  /** null only for a reply whose place in the conversation is not known yet */
  seq: number | null;
  clientId?: string | null;
  text?: string | null;
  reply: Reply;
}

export interface Credentials {
  id: string;
  token: string;
}

export interface Problem {
  status?: number;
  title?: string;
  detail?: string;
  retryAfter?: number;
}

/** What a person said and the service has not answered yet. */
export interface Message {
  /** the client's own: the same again adds nothing */
  id: string;
  /** what was written, or the label of the choice */
  text: string;
  choice?: string;
}

export type State = "connecting" | "connected" | "offline" | "crowded";

export interface Listener {
  /** each turn once, in order */
  turn(turn: Turn): void;
  state(state: State): void;
  thinking(messageId: string): void;
  /** this message will not be sent again */
  failed(message: Message, problem: Problem): void;
  queue(queue: Message[]): void;
  /** the conversation is not there any more */
  refused(): void;
}

/** What rendering needs of the panel around it. */
export interface Setting {
  /** where links of answers open: in this window only on the service's own site */
  target: "_blank" | "_top";
  linked(): void;
  ask(label: string): void;
  choose(choice: string, label: string): void;
  /** `before` is what was said in the turns that go with the question */
  handover(messageId: string | null, question: string, before: string[]): void;
  /** leads to the professionals' login, with the question */
  login(messageId: string | null): void;
  rate(replyId: string, feedback: { value: "up" | "down"; reason?: string; comment?: string }): Promise<void>;
}

/** What a browser needs to take a conversation up again. */
export interface Remembered {
  id: string;
  token: string;
  greeting: Reply;
  /** the highest seq that was shown */
  last: number;
  /** what was written and has no turn yet */
  queue: Message[];
  /** when it was last written, in ms: past the time that the service keeps it, it is forgotten */
  at: number;
}
